#include "import/looks.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "import/look.hpp"

namespace candor {

namespace {

std::string listed(std::vector<std::string> texts) {
  std::erase(texts, "");
  std::ranges::sort(texts);
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  return first_few(texts);
}

}  // namespace

Brought together(std::vector<Brought> looks) {
  Brought all = std::move(looks.front());
  std::vector<std::string> versions{all.version};
  std::vector<std::string> scopes{all.scope};
  for (std::size_t i = 1; i < looks.size(); ++i) {
    auto& look = looks[i];
    all.date = std::max(all.date, look.date);
    std::ranges::move(look.statements, std::back_inserter(all.statements));
    for (auto& sentence : look.not_seen)
      if (std::ranges::find(all.not_seen, sentence) == all.not_seen.end()) all.not_seen.push_back(std::move(sentence));
    versions.push_back(std::move(look.version));
    scopes.push_back(std::move(look.scope));
  }
  all.version = listed(std::move(versions));
  all.scope = listed(std::move(scopes));
  return all;
}

}  // namespace candor
