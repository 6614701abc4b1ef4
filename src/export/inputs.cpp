#include "export/inputs.hpp"

#include <cstdint>
#include <string>
#include <utility>

namespace candor {

namespace {

/// A file of ours as JSON: keys in their order, every value as it was written.
class Converter {
 public:
  explicit Converter(const yaml::Tree& tree) : tree_(tree) {}

  [[nodiscard]] Json value() { return take(); }

 private:
  [[nodiscard]] std::string text(const yaml::Entry& entry) const {
    return std::string{tree_.text().substr(entry.begin, entry.size)};
  }

  Json take() {
    const auto& entry = tree_.entries()[at_++];
    switch (entry.kind) {
      case yaml::Kind::Scalar: return text(entry);
      case yaml::Kind::Sequence: return take_items(entry.end);
      case yaml::Kind::Mapping: return take_members(entry.end);
    }
    return nullptr;
  }

  Json take_items(std::uint32_t end) {
    Json items = Json::array();
    while (at_ < end) items.push_back(take());
    return items;
  }

  Json take_members(std::uint32_t end) {
    Json members = Json::object();
    while (at_ < end) {
      auto key = text(tree_.entries()[at_++]);
      members[std::move(key)] = take();
    }
    return members;
  }

  const yaml::Tree& tree_;
  std::uint32_t at_ = 0;
};

}  // namespace

Json json_of(const Inputs& inputs) {
  const auto file = [](const InputFile& read) {
    return object({{"role", name(read.role)}, {"file", read.name}, {"says", Converter{read.tree}.value()}});
  };
  const auto document = [](const DocumentSeen& seen) { return object({{"file", seen.file}, {"sha256", seen.sha256}}); };
  return object({{"files", list(inputs.files, file)}, {"documents", list(inputs.documents, document)}});
}

}  // namespace candor
