#pragma once

#include <xlsxwriter.h>

namespace candor {

/// The functions of libxlsxwriter that we call. The library is opened when a workbook is asked for: linked in, it and
/// what it needs would double the time that every other run takes to start.
struct XlsxLibrary {
  decltype(&::workbook_new_opt) workbook_new_opt = nullptr;
  decltype(&::workbook_add_worksheet) workbook_add_worksheet = nullptr;
  decltype(&::workbook_add_format) workbook_add_format = nullptr;
  decltype(&::workbook_set_properties) workbook_set_properties = nullptr;
  decltype(&::workbook_close) workbook_close = nullptr;
  decltype(&::format_set_align) format_set_align = nullptr;
  decltype(&::format_set_bold) format_set_bold = nullptr;
  decltype(&::format_set_bottom) format_set_bottom = nullptr;
  decltype(&::format_set_num_format) format_set_num_format = nullptr;
  decltype(&::format_set_text_wrap) format_set_text_wrap = nullptr;
  decltype(&::worksheet_data_validation_range) worksheet_data_validation_range = nullptr;
  decltype(&::worksheet_fit_to_pages) worksheet_fit_to_pages = nullptr;
  decltype(&::worksheet_freeze_panes) worksheet_freeze_panes = nullptr;
  decltype(&::worksheet_repeat_rows) worksheet_repeat_rows = nullptr;
  decltype(&::worksheet_set_column) worksheet_set_column = nullptr;
  decltype(&::worksheet_set_footer) worksheet_set_footer = nullptr;
  decltype(&::worksheet_set_landscape) worksheet_set_landscape = nullptr;
  decltype(&::worksheet_set_paper) worksheet_set_paper = nullptr;
  decltype(&::worksheet_write_blank) worksheet_write_blank = nullptr;
  decltype(&::worksheet_write_datetime) worksheet_write_datetime = nullptr;
  decltype(&::worksheet_write_number) worksheet_write_number = nullptr;
  decltype(&::worksheet_write_string) worksheet_write_string = nullptr;

  // Of minizip, which it packs with: to read again what it wrote. Absent where it brings a packer of its own.
  void* (*unzOpen)(const char* path) = nullptr;
  int (*unzGoToNextFile)(void* file) = nullptr;
  int (*unzOpenCurrentFile)(void* file) = nullptr;
  int (*unzReadCurrentFile)(void* file, void* buffer, unsigned size) = nullptr;
  int (*unzCloseCurrentFile)(void* file) = nullptr;
  int (*unzClose)(void* file) = nullptr;
};

/// The library, opened once; nothing where it is not installed or lacks one of the functions.
[[nodiscard]] const XlsxLibrary* xlsx_library();

}  // namespace candor
