#include "sentence.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "choice.hpp"

namespace candor {
namespace {

/// One sentence of a type: its key and what stands in braces in it.
struct Form {
  std::string_view key;
  std::vector<std::string_view> placeholders;
  bool required = true;
};

std::vector<Form> forms_for(const Fact& fact) {
  switch (fact.type) {
    case Type::Coverage:
      return {{"count", {"has", "of", "unknown"}},        {"all", {}},    {"none", {}}, {"not_all", {}, false},
              {"partly_known", {"has", "of", "unknown"}}, {"unknown", {}}};
    case Type::YesNo: return {{"yes", {}}, {"no", {}}, {"unknown", {}}};
    case Type::Date: return {{"is", {"date"}}, {"never", {}, false}, {"unknown", {}}};
    case Type::Event: {
      std::vector<std::string_view> filled{"date"};
      if (!fact.scopes.empty()) filled.push_back("scope");
      return {{"done", filled}, {"failed", filled}, {"never", {}}, {"unknown", {}}};
    }
    case Type::Duration: return {{"is", {"value"}}, {"never", {}}, {"unknown", {}}};
    case Type::Number: return {{"is", {"value"}}, {"zero", {}, false}, {"one", {}, false}, {"unknown", {}}};
    case Type::Text: return {{"is", {"value"}}, {"nobody", {}}, {"unknown", {}}};
    case Type::Version: return {{"is", {"value"}}, {"unknown", {}}};
    case Type::Choice: {
      std::vector<Form> forms;
      for (const auto& choice : fact.choices) forms.push_back({choice, {}});
      forms.push_back({"unknown", {}});
      return forms;
    }
    case Type::Records: {
      std::vector<std::string_view> filled;
      for (const auto& field : fact.fields)
        if (field.required) filled.push_back(field.name);
      std::vector<Form> forms{{"each", filled}, {"none", {}}, {"unknown", {}}};
      for (const auto& field : fact.fields) {
        if (field.required) continue;
        forms.push_back({field.name, filled, false});
        forms.back().placeholders.push_back(field.name);
      }
      return forms;
    }
  }
  std::abort();  // a value that is no enumerator
}

/// Complains about the first thing in braces that no answer fills, and about stray braces.
void check_placeholders(const yaml::Node& node, const Form& form) {
  const auto text = node.raw();
  const auto hint = form.placeholders.empty() ? std::string{"this sentence takes none"}
                                              : "this sentence takes " + list_words(form.placeholders);
  for (std::size_t at = text.find_first_of("{}"); at != std::string_view::npos; at = text.find_first_of("{}", at)) {
    const auto end = text.find_first_of("{}", at + 1);
    if (text[at] == '}' || end == std::string_view::npos || text[end] == '{') {
      node.error("bad-sentence", "a brace in this sentence has no partner", "write a placeholder as `{name}`");
      return;
    }
    const auto name = text.substr(at + 1, end - at - 1);
    if (std::ranges::find(form.placeholders, name) == form.placeholders.end()) {
      node.error("bad-sentence", fmt::format("nothing fills `{{{}}}` here", name), hint);
      return;
    }
    at = end + 1;
  }
}

}  // namespace

Sentences read_sentences(const yaml::Node& say, const Fact& fact) {
  Sentences sentences;
  const auto forms = forms_for(fact);
  std::vector<std::string_view> keys;
  for (const auto& form : forms) keys.push_back(form.key);
  if (!say.allow_only(keys)) return sentences;
  for (const auto& form : forms) {
    const auto node = form.required ? say.required(form.key) : say.find(form.key);
    if (!node) continue;
    const auto text = node->text("a sentence");
    if (text.empty()) continue;
    check_placeholders(*node, form);
    sentences.emplace(form.key, text);
  }
  return sentences;
}

}  // namespace candor
