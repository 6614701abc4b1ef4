#pragma once

#include "candor/model/report.hpp"

namespace candor::test {

/// A short report that holds every kind of block.
inline Report sample() {
  Report report;
  report.title = "Harbour Dental";
  report.blocks = {
      Heading{1, "Harbour Dental: below the minimum"},
      Paragraph{"The practice does not yet meet the minimum standard, because two things are missing.",
                Paragraph::Tone::Lead},
      Bullets{{"Turn on the second check for the last four people.", "Test that the backup can be read back."}, true},
      PageEnd{},
      Heading{2, "What is missing"},
      FindingCard{Outcome::NotMet,
                  "missing, minimum",
                  "No one has checked that your backup works.",
                  {"A copy that cannot be read back is no copy.", "If the server fails, the practice may stand still."},
                  {{"What to do", "Read the whole server back onto a spare machine."},
                   {"Who", "Northgate IT"},
                   {"Cost", "not priced yet"}},
                  {"M. Byrne said no on 2 March 2026."}},
      Rows{{{"In place", "12"}, {"", "and one that does not apply"}}},
      Paragraph{"These are whole numbers.", Paragraph::Tone::Plain},
      BandBar{
          44, 12, 22, 22, {"44 proved", "12 only told", "22 not known", "22 missing"}, "Of 100 points, 44 are proved."},
      Bullets{{"one", "two"}, false},
      Heading{3, "Your decision"},
      Paragraph{"Signing changes nothing in the score.", Paragraph::Tone::Small},
      Signatures{{"Yes or no", "Name and date"}},
  };
  return report;
}

inline Report only(Block block) {
  Report report;
  report.blocks.push_back(std::move(block));
  return report;
}

}  // namespace candor::test
