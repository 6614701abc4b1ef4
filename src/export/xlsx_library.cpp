#include "export/xlsx_library.hpp"

#include <dlfcn.h>

#include <optional>

namespace candor {

namespace {

template <typename Function>
bool find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  return function != nullptr;
}

std::optional<XlsxLibrary> open_library() {
  void* library = ::dlopen(CANDOR_XLSXWRITER, RTLD_NOW | RTLD_LOCAL);  // stays open to the end
  if (library == nullptr) return std::nullopt;
  XlsxLibrary all;
  const bool is_whole = find(library, "workbook_new_opt", all.workbook_new_opt) &&
                        find(library, "workbook_add_worksheet", all.workbook_add_worksheet) &&
                        find(library, "workbook_add_format", all.workbook_add_format) &&
                        find(library, "workbook_set_properties", all.workbook_set_properties) &&
                        find(library, "workbook_close", all.workbook_close) &&
                        find(library, "format_set_align", all.format_set_align) &&
                        find(library, "format_set_bold", all.format_set_bold) &&
                        find(library, "format_set_bottom", all.format_set_bottom) &&
                        find(library, "format_set_num_format", all.format_set_num_format) &&
                        find(library, "format_set_text_wrap", all.format_set_text_wrap) &&
                        find(library, "worksheet_data_validation_range", all.worksheet_data_validation_range) &&
                        find(library, "worksheet_fit_to_pages", all.worksheet_fit_to_pages) &&
                        find(library, "worksheet_freeze_panes", all.worksheet_freeze_panes) &&
                        find(library, "worksheet_repeat_rows", all.worksheet_repeat_rows) &&
                        find(library, "worksheet_set_column", all.worksheet_set_column) &&
                        find(library, "worksheet_set_footer", all.worksheet_set_footer) &&
                        find(library, "worksheet_set_landscape", all.worksheet_set_landscape) &&
                        find(library, "worksheet_set_paper", all.worksheet_set_paper) &&
                        find(library, "worksheet_write_blank", all.worksheet_write_blank) &&
                        find(library, "worksheet_write_datetime", all.worksheet_write_datetime) &&
                        find(library, "worksheet_write_number", all.worksheet_write_number) &&
                        find(library, "worksheet_write_string", all.worksheet_write_string);
  const bool can_read = find(library, "unzGoToNextFile", all.unzGoToNextFile) &&
                        find(library, "unzOpenCurrentFile", all.unzOpenCurrentFile) &&
                        find(library, "unzReadCurrentFile", all.unzReadCurrentFile) &&
                        find(library, "unzCloseCurrentFile", all.unzCloseCurrentFile) &&
                        find(library, "unzClose", all.unzClose);
  if (can_read) find(library, "unzOpen", all.unzOpen);  // without the others it is of no use
  return is_whole ? std::optional{all} : std::nullopt;
}

}  // namespace

const XlsxLibrary* xlsx_library() {
  static const auto library = open_library();
  return library ? &*library : nullptr;
}

}  // namespace candor
