#include "candor/lint/jargon.hpp"

#include <doctest/doctest.h>

#include "candor/lint/measure.hpp"

namespace candor::lint {
namespace {

Jargon read_list(std::string text) {
  Sources sources;
  Diagnostics diagnostics{sources};
  std::vector<Term> terms;
  read_jargon(sources, sources.add("words.tsv", std::move(text)), terms, diagnostics);
  CHECK(diagnostics.to_text().empty());
  return Jargon{std::move(terms)};
}

const Jargon& ours() {
  static const auto list = read_list(std::string{builtin_jargon()});
  return list;
}

std::string found(const Jargon& jargon, std::string_view text) {
  std::string words;
  for (const auto& hit : jargon.find(text, 0, text.size())) {
    words += text.substr(hit.begin, hit.end - hit.begin);
    words += "; ";
  }
  return words;
}

/// Terms that a text does not explain.
std::size_t unexplained(std::string_view text) { return measure(read_prose(text), ours()).measures.jargon; }

TEST_CASE("the list that is compiled in has no fault") { CHECK(ours().terms().size() == 307); }

TEST_CASE("a word in capitals matches in capitals, others in any case, all in the plural") {
  CHECK(found(ours(), "VPNs, vpn, Firewalls, FIREWALL's, patches, least-privilege") ==
        "VPNs; Firewalls; FIREWALL's; patches; least-privilege; ");
}

TEST_CASE("a blank matches a hyphen, a hyphen a blank or nothing, and only letters close up") {
  const auto list = read_list("access list\tx\tA\nback-door\tx\tA\n3-2-1\tx\tB\nCI/CD\tx\tA\n");
  CHECK(found(list, "access-list, access \n list; backdoor back-door back door; 3-2-1 3 2 1 321; CI/CD CI CD") ==
        "access-list; access \n list; backdoor; back-door; back door; 3-2-1; 3 2 1; CI/CD; ");
}

TEST_CASE("a star stands for any ending, and the longest of two terms is the one") {
  const auto list = read_list("spoof*\tx\tA\ndomain admin*\tx\tA\ndomain\tx\tC\n");
  CHECK(found(list, "spoofing, the domain administrators, domains, unspoofed") ==
        "spoofing; domain administrators; domains; ");
}

TEST_CASE("a term that its own sentence explains is no jargon from there on") {
  CHECK(unexplained("Turn on MFA today.") == 1);
  CHECK(unexplained("Turn on a second check at sign-in (MFA) today. MFA stops thieves.") == 0);
  CHECK(unexplained("MFA (a second check when you sign in) stops thieves.") == 0);
  CHECK(unexplained("Ransomware is a program that locks your files until you pay.") == 0);
  CHECK(unexplained("Phishing, which tricks people with false letters, is common.") == 0);
  CHECK(unexplained("A false letter that tricks people is called phishing.") == 0);
  CHECK(unexplained("MFA stops thieves. MFA is a second check when you sign in.") == 1);
  CHECK(unexplained("MFA (the VPN and its SSO) is on.") == 3);
  CHECK(unexplained("Apply least privilege and rotate credentials.") == 2);
}

TEST_CASE("a list of one's own adds terms, and replaces those that are there") {
  Sources sources;
  Diagnostics diagnostics{sources};
  std::vector<Term> terms;
  read_jargon(sources, sources.add("a.tsv", "MFA\tone\tA\n"), terms, diagnostics);
  read_jargon(sources, sources.add("b.tsv", "# ours\n\nmfa\ttwo\tB\r\nRMM\tthree\n"), terms, diagnostics);
  REQUIRE(terms.size() == 2);
  CHECK(terms[0].plain == "two");
  CHECK(terms[0].tier == Tier::Explain);
  CHECK(terms[1].tier == Tier::Replace);
  CHECK(diagnostics.to_text().empty());
}

TEST_CASE("each fault of a list is told with its line") {
  Sources sources;
  Diagnostics diagnostics{sources};
  std::vector<Term> terms;
  read_jargon(sources, sources.add("b.tsv", "RMM\nNOC\troom\tD\n+++\tplus\tA\nNOC\troom\tB\nnoc\troom\tB\n"), terms,
              diagnostics);
  CHECK(diagnostics.to_text() ==
        "b.tsv:1:1: error: `RMM` has no words to say instead [bad-term]\n"
        "   1 | RMM\n"
        "       ^\n"
        "       hint: a line is the term, a tab, what to say instead, a tab, and A, B or C\n"
        "b.tsv:2:1: error: `D` is no tier [bad-term]\n"
        "   2 | NOC room D\n"
        "       ^\n"
        "       hint: A replace, B explain, C watch\n"
        "b.tsv:3:1: error: `+++` is not a term that can be looked for [bad-term]\n"
        "   3 | +++ plus A\n"
        "       ^\n"
        "       hint: it begins and ends with a letter or a digit; `*` at the end stands for any ending\n"
        "b.tsv:5:1: error: `noc` stands twice in this list [repeated-term]\n"
        "   5 | noc room B\n"
        "       ^\n"
        "       hint: the first is in line 4\n");
}

}  // namespace
}  // namespace candor::lint
