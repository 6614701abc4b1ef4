#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "candor/model/assessment.hpp"
#include "candor/model/plan.hpp"

namespace candor {

/// The words of a report in reading order. All sentences are composed already; a renderer
/// chooses layout and escapes, and adds no word of its own.
struct Heading {
  int level = 1;  ///< 1 the title, 2 a section, 3 within a section
  std::string text;
};

struct Paragraph {
  enum class Tone { Plain, Lead, Small };
  std::string text;
  Tone tone = Tone::Plain;
};

struct Bullets {
  std::vector<std::string> items;
  bool numbered = false;
};

/// Pairs of a short label and a text: "Who: us".
struct Rows {
  std::vector<std::pair<std::string, std::string>> rows;
};

/// The score as one bar whose four parts add up to 100.
struct BandBar {
  int proved = 0;
  int claimed_only = 0;
  int not_known = 0;
  int missing = 0;
  std::vector<std::string> labels;  ///< four, in that order, each with its number
  std::string sentence;             ///< the same in words
};

/// The ways to each harm that people fear, and how many are shut.
struct Doors {
  struct Row {
    int applicable = 0;
    int closed = 0;
    int proved = 0;        ///< of those that are closed
    std::string sentence;  ///< all of it in words
  };
  std::vector<Row> rows;
};

/// A count of people, accounts or devices to draw. Its sentence stands in the card already.
struct Crowd {
  std::int64_t has = 0;
  std::int64_t unknown = 0;
  std::int64_t of = 0;
  std::string sentence;
};

/// One control in words. Kept together on a page.
struct FindingCard {
  Outcome outcome{};
  std::string status;  ///< the outcome in words, and "minimum" where it is a gate
  std::string headline;
  std::vector<std::string> paragraphs;
  std::vector<std::pair<std::string, std::string>> rows;  ///< what to do, who, time, cost
  std::vector<std::string> notes;                         ///< contradictions, declines, age: one sentence or two each
  std::vector<Crowd> crowds = {};                         ///< counts that the paragraphs tell
  std::optional<std::size_t> finding = std::nullopt;  ///< index into the assessment's findings, for machines' formats
};

/// How the score went over the assessments that were recorded, the oldest first.
struct ScoreLine {
  struct Point {
    Date as_of{};
    int proved = 0;  ///< of 100, as shown: proved <= claimed <= at_best
    int claimed = 0;
    int at_best = 0;
    std::string sentence;  ///< the day and its numbers in words
  };
  std::vector<Point> points;
  std::vector<std::string> labels;  ///< of the four parts of each point, as in BandBar
  std::string sentence;             ///< what the line shows, for who cannot see it
};

/// Clients one below the other, each with its score as a small bar.
struct ClientList {
  struct Row {
    std::string name;
    std::string verdict;
    std::string points;  ///< the bar in words
    std::string since;   ///< may be empty, as `next`
    std::string next;
    std::array<int, 4> bar{};   ///< as in BandBar; all 0 where nothing applies
    std::size_t by_name = 0;    ///< its place where the list is ordered by name
    std::size_t by_points = 0;  ///< and by points, the fewest first
  };
  std::array<std::string, 5> columns;  ///< above what a row has, in that order; empty: no row has it
  std::vector<std::string> orders;     ///< as listed, by name, by points, where one may choose; else none
  std::vector<Row> rows;
};

/// Lines to sign: label and how long the line should be read as.
struct Signatures {
  std::vector<std::string> lines;
};

/// End of page 1; later pages may break where they like between blocks.
struct PageEnd {};

using Block = std::variant<Heading, Paragraph, Bullets, Rows, BandBar, Doors, FindingCard, ScoreLine, ClientList,
                           Signatures, PageEnd>;

struct Inputs;
struct Comparison;
struct ClientRow;

/// A threshold that this run was asked for on top of the standard, and how it held.
struct LimitLine {
  std::string asked;  ///< as one writes it on the command line: `--min-proved 40`
  bool held = false;
  std::string why;  ///< what was found, in one sentence
};

/// Who a report is for. Board is page 1 of the owner's report alone.
enum class Audience { Owner, Technician, Board };

struct Report {
  std::string title;
  std::string language = "en";
  std::vector<Block> blocks;
  std::vector<PlanRow> plan = {};      ///< the gaps in the report's order; of an assessment only
  std::vector<LimitLine> limits = {};  ///< in the order of --help; empty when none was asked for
  std::string contains = {};           ///< what it tells and who should see it; stands at its foot too
  const Assessment* assessment = nullptr;
  const Inputs* inputs = nullptr;          ///< all that the assessment was made from
  const ClientRow* row = nullptr;          ///< what a list of clients tells of this one
  const Comparison* comparison = nullptr;  ///< of a report on what changed
};

[[nodiscard]] std::string_view name(Audience audience);

}  // namespace candor
