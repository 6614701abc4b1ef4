#include "app/documents.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <variant>

#include <fmt/format.h>

#include "app/files.hpp"
#include "candor/text/sha256.hpp"

namespace candor::app {

namespace {

/// The documents of one folder, each read once.
class Documents {
 public:
  Documents(const std::string& folder, Session& session) : folder_(folder), session_(session) {}

  /// Checks one mention. `hash` is what was written, and is filled in when nothing was.
  void check(const std::string& file, std::string& hash, Place place) {
    const auto found = fingerprint(file);
    if (const auto* fault = std::get_if<FileFault>(&found)) {
      complain_once(place, file, {}, *fault);
      return;
    }
    const auto& is = std::get<std::string>(found);
    if (hash.empty())
      hash = is;
    else if (hash != is)
      complain_once(place, file, hash, changed(file, hash, is));
  }

 private:
  using Fingerprint = std::variant<std::string, FileFault>;

  static FileFault changed(const std::string& file, const std::string& written, const std::string& is) {
    return {"proof-changed", fmt::format("`{}` is not the file that was written down: its SHA-256 is {}", file, is),
            fmt::format("written was {}: find the document that was meant, or look again and write what this one shows",
                        written)};
  }

  const Fingerprint& fingerprint(const std::string& file) {
    const auto known = fingerprints_.find(file);
    if (known != fingerprints_.end()) return known->second;
    return fingerprints_.emplace(file, take_fingerprint(file)).first->second;
  }

  [[nodiscard]] Fingerprint take_fingerprint(const std::string& file) const {
    session_.documents.push_back(join(folder_, file));
    const auto bytes = read_inside(folder_, file, max_document_bytes);
    if (const auto* fault = std::get_if<FileFault>(&bytes)) {
      if (fault->code == "proof-file") return *fault;
      return FileFault{"proof-file", fmt::format("`{}` cannot be used: {}", file, fault->message), ""};
    }
    return sha256(std::get<std::string>(bytes));
  }

  /// Several facts may rest on one document; it is one slip, and one complaint.
  void complain_once(Place place, const std::string& file, const std::string& written, const FileFault& fault) {
    if (told_.emplace(place.file, file, written).second)
      session_.diagnostics.error(place, fault.code, fault.message, fault.hint);
  }

  const std::string& folder_;
  Session& session_;
  std::map<std::string, Fingerprint> fingerprints_;
  std::set<std::tuple<std::uint32_t, std::string, std::string>> told_;
};

}  // namespace

void check_documents(Inventory& inventory, const std::string& folder, Session& session) {
  Documents documents{folder, session};
  for (auto& statement : inventory.statements)
    if (!statement.file.empty()) documents.check(statement.file, statement.sha256, statement.place);
  for (auto& decline : inventory.declined)
    if (!decline.signed_file.empty()) documents.check(decline.signed_file, decline.signed_sha256, decline.place);
}

void name_unchecked_documents(const Inventory& inventory, std::uint32_t file, Session& session) {
  const auto count = std::ranges::count_if(inventory.statements, [](const Statement& s) { return !s.file.empty(); }) +
                     std::ranges::count_if(inventory.declined, [](const Decline& d) { return !d.signed_file.empty(); });
  if (count > 0)
    session.diagnostics.warning({file, 0, 0}, "unchecked-document",
                                "documents are named here, but standard input has no folder to look for them in");
}

}  // namespace candor::app
