#pragma once

#include <string>
#include <string_view>

/// What the scanners' tests share.
namespace candor::test {

/// CISA's list as it was on a day, with two flaws of it; `count` is what it says that it holds.
inline std::string known_exploited(std::string_view day, int count = 2) {
  std::string version{day == "soon" ? "2026-11-19" : day};
  for (auto& c : version)
    if (c == '-') c = '.';
  return R"({"title": "CISA Catalog of Known Exploited Vulnerabilities", "catalogVersion": ")" + version +
         R"(", "dateReleased": ")" + std::string{day} + R"(", "count": )" + std::to_string(count) +
         R"(, "vulnerabilities": [
  {"cveID": "CVE-2021-44228", "vendorProject": "Apache", "dueDate": "2021-12-24", "knownRansomwareCampaignUse": "Known"},
  {"cveID": "CVE-2023-3519", "vendorProject": "Citrix", "dueDate": "2023-08-09", "knownRansomwareCampaignUse": "Unknown"}]})";
}

/// The line of an import that begins with these words.
inline std::string said(std::string_view words, const std::string& text) {
  const auto begin = text.find(words);
  return begin == std::string::npos ? "nothing" : text.substr(begin, text.find('\n', begin) - begin);
}

}  // namespace candor::test
