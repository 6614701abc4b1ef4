
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "candor/text/private_folder.hpp"
#include "export/exporters.hpp"
#include "export/own_process.hpp"
#include "export/plain_line.hpp"
#include "export/plan_table.hpp"
#include "export/xlsx_library.hpp"
#include "export/xml.hpp"

// The library can only write a file. It does so in a folder of its own that nobody else can read and
// that is gone when we are; it never sees a path of the user's.
namespace candor {

namespace {

using Holds = PlanColumn::Holds;

/// Only once it is known to be there.
const XlsxLibrary& xl() { return *xlsx_library(); }

constexpr std::size_t longest_text = 30'000;  // bytes; a cell takes 32,767 characters
constexpr lxw_row_t spare_rows = 200;         // below the gaps, for rows that a person adds

std::string cut(const std::string& text) {
  if (text.size() <= longest_text) return text;
  auto size = longest_text;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0u) == 0x80u) --size;
  return text.substr(0, size) + "…";
}

lxw_datetime day_of(Date date) {
  lxw_datetime day{};
  day.year = static_cast<int>(date.year());
  day.month = static_cast<int>(static_cast<unsigned>(date.month()));
  day.day = static_cast<int>(static_cast<unsigned>(date.day()));
  return day;
}

/// How a cell of each kind looks. Texts wrap; a day is shown as it is written everywhere else.
struct Looks {
  explicit Looks(lxw_workbook* workbook)
      : heading(xl().workbook_add_format(workbook)),
        text(xl().workbook_add_format(workbook)),
        amount(xl().workbook_add_format(workbook)),
        count(xl().workbook_add_format(workbook)),
        day(xl().workbook_add_format(workbook)) {
    xl().format_set_bold(heading);
    xl().format_set_bottom(heading, LXW_BORDER_THIN);
    // No blanks or commas between the thousands: who saves this as CSV saves what is shown.
    xl().format_set_num_format(amount, "0.00");
    xl().format_set_num_format(count, "0");
    xl().format_set_num_format(day, "yyyy-mm-dd");
    for (auto* format : {heading, text, amount, count, day}) {
      xl().format_set_text_wrap(format);
      xl().format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    }
  }
  [[nodiscard]] lxw_format* of(Holds holds) const {
    switch (holds) {
      case Holds::Text: return text;
      case Holds::Amount: return amount;
      case Holds::Count: return count;
      case Holds::Day: return day;
    }
    std::abort();  // a value that is no enumerator
  }
  lxw_format* heading;
  lxw_format* text;
  lxw_format* amount;
  lxw_format* count;
  lxw_format* day;
};

struct Put {
  lxw_worksheet* sheet;
  lxw_row_t row;
  lxw_col_t column;
  lxw_format* format;

  lxw_error operator()(std::monostate /*nothing*/) const {
    return xl().worksheet_write_blank(sheet, row, column, format);
  }
  lxw_error operator()(const std::string& text) const {
    return xl().worksheet_write_string(sheet, row, column, cut(text).c_str(), format);
  }
  lxw_error operator()(Amount amount) const {
    return xl().worksheet_write_number(sheet, row, column, static_cast<double>(amount.hundredths) / 100, format);
  }
  lxw_error operator()(Date date) const {
    auto day = day_of(date);
    return xl().worksheet_write_datetime(sheet, row, column, &day, format);
  }
};

/// The cells of a column take only the words of a list; what else is typed is warned about, not refused.
void offer_choices(lxw_worksheet* sheet, lxw_col_t column, lxw_row_t last, std::span<const std::string_view> words) {
  std::vector<std::string> kept{words.begin(), words.end()};
  std::vector<char*> list;
  for (auto& word : kept) list.push_back(word.data());
  list.push_back(nullptr);
  lxw_data_validation validation{};
  validation.validate = LXW_VALIDATION_TYPE_LIST;
  validation.value_list = list.data();
  validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
  xl().worksheet_data_validation_range(sheet, 1, column, last, column, &validation);
}

bool fill(lxw_worksheet* sheet, const Looks& looks, const Report& report) {
  const auto& columns = plan_columns();
  const auto last = static_cast<lxw_row_t>(report.plan.size()) + spare_rows;
  auto error = LXW_NO_ERROR;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto& column = columns[i];
    const auto number = static_cast<lxw_col_t>(i);
    auto* format = looks.of(column.holds);
    xl().worksheet_set_column(sheet, number, number, column.width, format);
    error = std::max(error, Put{sheet, 0, number, looks.heading}(std::string{column.heading}));
    for (std::size_t row = 0; row < report.plan.size(); ++row) {
      const Put put{sheet, static_cast<lxw_row_t>(row + 1), number, format};
      error = std::max(error, std::visit(put, column.cell ? column.cell(report.plan[row], report) : Cell{}));
    }
    if (column.heading == plan_column::answer) offer_choices(sheet, number, last, plan_answers);
    if (column.heading == plan_column::cause) offer_choices(sheet, number, last, plan_causes);
  }
  return error == LXW_NO_ERROR;
}

void set_up_page(lxw_worksheet* sheet) {
  xl().worksheet_freeze_panes(sheet, 1, 0);
  xl().worksheet_repeat_rows(sheet, 0, 0);
  xl().worksheet_set_landscape(sheet);
  xl().worksheet_set_paper(sheet, 9);  // A4
  xl().worksheet_fit_to_pages(sheet, 1, 0);
  xl().worksheet_set_footer(sheet, "&C&P / &N");
}

/// The workbook says that it was made on the day of the assessment: the same input gives the same bytes.
void describe(lxw_workbook* workbook, const Report& report) {
  auto title = plain_line(report.title);
  auto contains = plain_line(report.contains);
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.comments = contains.data();
  properties.created = std::chrono::system_clock::to_time_t(std::chrono::sys_days{report.assessment->as_of});
  xl().workbook_set_properties(workbook, &properties);
}

bool write_workbook(const Report& report, const std::string& path, std::string folder) {
  lxw_workbook_options options{};
  options.tmpdir = folder.data();
  auto* workbook = xl().workbook_new_opt(path.c_str(), &options);
  if (workbook == nullptr) return false;
  const Looks looks{workbook};
  auto* sheet = xl().workbook_add_worksheet(workbook, "Plan");
  const bool is_filled = sheet != nullptr && fill(sheet, looks, report);
  if (sheet != nullptr) set_up_page(sheet);
  describe(workbook, report);
  return xl().workbook_close(workbook) == LXW_NO_ERROR && is_filled;
}

/// What the next read of a part gives, to its end; nothing when it cannot be read.
std::optional<std::string> read_part(void* file) {
  std::string text;
  std::array<char, 1 << 14> buffer{};
  if (xl().unzOpenCurrentFile(file) != 0) return std::nullopt;
  int got = 0;
  while ((got = xl().unzReadCurrentFile(file, buffer.data(), buffer.size())) > 0)
    text.append(buffer.data(), static_cast<std::size_t>(got));
  if (xl().unzCloseCurrentFile(file) != 0 || got < 0) return std::nullopt;
  return text;
}

/// The library writes each part into a file of its own first, and does not look whether there was room for it.
bool is_whole(const std::string& path) {
  if (xl().unzOpen == nullptr) return true;  // nobody can tell
  auto* file = xl().unzOpen(path.c_str());
  if (file == nullptr) return false;
  bool is_good = true;
  do {
    const auto part = read_part(file);
    is_good = part && is_well_formed(*part);
  } while (is_good && xl().unzGoToNextFile(file) == 0);
  xl().unzClose(file);
  return is_good;
}

/// The bytes of a file; nothing when it cannot be read to its end.
std::optional<std::string> read(const std::string& path) {
  try {
    std::ifstream file{path, std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    if (!bytes.empty()) return bytes;
  } catch (const std::ios_base::failure&) {
    return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> export_xlsx(const Report& report, const Sources& /*files*/) {
  if (xlsx_library() == nullptr) return std::nullopt;
  const PrivateFolder folder;
  if (folder.path().empty()) return std::nullopt;
  const auto path = folder.file("plan.xlsx");
  if (!in_own_process([&] { return write_workbook(report, path, folder.path()) && is_whole(path); }))
    return std::nullopt;
  return read(path);
}

}  // namespace candor
