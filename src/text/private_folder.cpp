#include "candor/text/private_folder.hpp"

#include <stdlib.h>  // mkdtemp
#include <unistd.h>

#include <filesystem>
#include <new>
#include <system_error>

namespace candor {

namespace {

bool remove(const std::string& path) {
  std::error_code error;
  try {
    std::filesystem::remove_all(path, error);
  } catch (const std::bad_alloc&) {
    return false;
  }
  return ::access(path.c_str(), F_OK) != 0;  // it says that all is well where a folder could not be read to its end
}

void write_to_standard_error(std::string_view text) { (void)!::write(STDERR_FILENO, text.data(), text.size()); }

}  // namespace

PrivateFolder::PrivateFolder() {
  std::error_code error;
  auto folder = std::filesystem::temp_directory_path(error);
  if (!error) folder = std::filesystem::absolute(folder, error);
  if (error) return;
  auto pattern = (folder / "candor-XXXXXX").string();
  if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
}

PrivateFolder::~PrivateFolder() {
  if (path_.empty() || remove(path_) || remove(path_)) return;  // memory that was short may be there again
  // Nobody else knows of it, and what is in it is the client's.
  for (const std::string_view text : {std::string_view{"candor: error: `"}, std::string_view{path_},
                                      std::string_view{"` could not be removed; remove it yourself\n"}})
    write_to_standard_error(text);
}

std::string PrivateFolder::file(std::string_view name) const { return path_ + "/" + std::string{name}; }

}  // namespace candor
