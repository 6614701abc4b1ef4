#include "candor/text/private_folder.hpp"

#include <stdlib.h>  // mkdtemp

#include <filesystem>
#include <system_error>

namespace candor {

PrivateFolder::PrivateFolder() {
  std::error_code error;
  auto folder = std::filesystem::temp_directory_path(error);
  if (!error) folder = std::filesystem::absolute(folder, error);
  if (error) return;
  auto pattern = (folder / "candor-XXXXXX").string();
  if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
}

PrivateFolder::~PrivateFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

std::string PrivateFolder::file(std::string_view name) const { return path_ + "/" + std::string{name}; }

}  // namespace candor
