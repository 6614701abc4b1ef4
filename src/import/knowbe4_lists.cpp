#include "import/knowbe4_lists.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "import/json.hpp"

namespace candor::knowbe4 {

namespace {

/// How many rows a page holds when nobody says, and the most one may ask for.
constexpr std::array<std::size_t, 2> full_pages{100, 500};

constexpr const char* how =
    "get /v1/users and /v1/training/enrollments as JSON, and /v1/phishing/security_tests for tests";

struct Page {
  std::vector<yaml::Node> rows;
  std::optional<bool> has_next;  ///< where it says so
};

/// A row alone is how one thing is answered, and what PowerShell makes of a list with one row.
Page page_of(const yaml::Node& root) {
  if (root.is_sequence()) return {root.items(), {}};
  const auto data = find_list(root, "data");
  if (!data) return {{root}, {}};
  const auto pagination = find_object(root, "pagination");
  if (!pagination) return {data->items(), {}};
  const auto next = pagination->find("nextCursor");
  return {data->items(), next && next->is_scalar() && (next->is_quoted() || next->raw() != "null")};
}

bool has(const yaml::Node& row, std::string_view key) { return row.is_mapping() && row.find(key).has_value(); }

/// The list that such rows belong to; nothing where they are of no list that we read.
std::vector<yaml::Node>* list_for(const yaml::Node& row, Lists& lists) {
  if (has(row, "enrollment_id") && has(row, "user")) return &lists.enrolments;
  if (has(row, "pst_id") && has(row, "clicked_count")) return &lists.tests;
  if (has(row, "campaign_id") && has(row, "psts")) return &lists.campaigns;
  if (has(row, "id") && has(row, "archived_at")) return &lists.users;
  return nullptr;
}

/// Whether a list came to its end.
class Ends {
 public:
  void add(const Page& page, const yaml::Node& root) {
    if (!first_) first_ = root;
    const bool is_full = std::ranges::find(full_pages, page.rows.size()) != full_pages.end();
    is_ended_ = is_ended_ || !page.has_next.value_or(is_full);
    rows_ = page.rows.size();
  }

  /// An empty page ends one list that has no other end.
  void check(std::size_t& empty_pages) const {
    if (!first_ || is_ended_) return;
    if (empty_pages > 0) {
      --empty_pages;
      return;
    }
    first_->error(
        "unfinished-export",
        fmt::format("this list is not finished: a page of {} rows is full, and what follows is not here", rows_),
        "get page after page until one is not full, an empty one too, and import them together");
  }

 private:
  std::optional<yaml::Node> first_;
  std::size_t rows_ = 0;
  bool is_ended_ = false;
};

void check_users(const std::vector<yaml::Node>& users) {
  for (const auto& row : users)
    if (!find_number(row, "id") || find_text(row, "status").empty())
      row.error("unknown-format", "this user has no `id` or no `status`", "export the list of users as it is");
}

void check_enrolments(const std::vector<yaml::Node>& enrolments) {
  for (const auto& row : enrolments)
    if (const auto user = find_object(row, "user"); !user || !find_number(*user, "id"))
      row.error("unknown-format", "this enrolment does not say whose it is", "export the enrolments as they are");
}

}  // namespace

Lists read_lists(std::span<const ImportFile> files, Diagnostics& diagnostics) {
  Lists lists;
  std::array<std::pair<std::vector<yaml::Node>*, Ends>, 4> all{
      {{&lists.users, {}}, {&lists.enrolments, {}}, {&lists.tests, {}}, {&lists.campaigns, {}}}};
  std::size_t empty_pages = 0;
  for (const auto& file : files) {
    auto tree = read_json(file, diagnostics);
    if (!tree) continue;
    const yaml::Node root{lists.trees.emplace_back(std::move(*tree)), diagnostics};
    const auto page = page_of(root);
    if (page.rows.empty()) {
      ++empty_pages;
      continue;
    }
    auto* list = list_for(page.rows.front(), lists);
    if (list == nullptr) {
      root.error("unknown-format",
                 "this is not a list of users, enrolments, security tests or phishing campaigns from KnowBe4", how);
      continue;
    }
    list->insert(list->end(), page.rows.begin(), page.rows.end());
    std::ranges::find(all, list, [](const auto& one) { return one.first; })->second.add(page, root);
  }
  if (std::ranges::all_of(all, [](const auto& one) { return one.first->empty(); }) && !diagnostics.has_errors())
    diagnostics.error({files.front().file, 0, 0}, "unknown-format", "nothing is on this list: it shows nobody", how);
  for (const auto& [list, ends] : all) ends.check(empty_pages);
  check_users(lists.users);
  check_enrolments(lists.enrolments);
  return lists;
}

}  // namespace candor::knowbe4
