#include "app/portfolio_inputs.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>
#include <variant>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/exit_status.hpp"
#include "app/files.hpp"
#include "app/load_client.hpp"
#include "candor/text/node.hpp"
#include "candor/text/quoted.hpp"

namespace candor::app {

namespace {

constexpr std::size_t max_list_bytes = 64u << 20;
constexpr std::size_t most_named = 3;
constexpr std::size_t most_clients = 200'000;  // of one folder

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

/// `---`, which begins the next document of a YAML stream.
bool is_document_start(std::string_view line) {
  return line.starts_with("---") && (line.size() == 3 || line[3] == ' ' || line[3] == '\r');
}

bool has_json_name(std::string_view path) { return path.ends_with(".ndjson") || path.ends_with(".jsonl"); }

}  // namespace

/// Cuts a stream into documents. Not more than one of them and a piece of the next is in memory.
class PortfolioInputs::Stream {
 public:
  /// `is_json`: of a file that says so by its name; else its first sign tells.
  Stream(std::string name, StreamFile file, bool is_json) : name_(std::move(name)), file_(std::move(file)) {
    if (is_json) is_yaml_ = false;
  }

  /// Nothing at the end.
  std::optional<PortfolioInput> next() {
    while (!is_over_) {
      const auto line = next_line();
      if (!line) {
        is_over_ = true;
        break;
      }
      if (!is_yaml_) {
        if (is_blank(*line) && !is_oversized_) continue;
        is_yaml_ = !is_oversized_ && line->substr(line->find_first_not_of(" \t")).front() != '{';
      }
      if (!*is_yaml_) {
        if (is_oversized_) return unread(line_, "this line");
        if (is_blank(*line)) continue;
        return PortfolioInput{PortfolioInput::Kind::Line, name_, std::string{*line}, line_, line_offset_};
      }
      if (!is_oversized_ && is_document_start(*line)) {
        auto document = take_document();
        begin_ = line_;
        if (document) return document;
        continue;
      }
      // The rest of a document that is too large is passed over.
      is_dropped_ = is_dropped_ || is_oversized_ || document_.size() + line->size() > yaml::max_file_bytes;
      if (is_dropped_)
        document_.clear();
      else
        document_.append(*line).append(1, '\n');
    }
    if (!fault_) return take_document();
    document_.clear();  // half a document is none
    is_dropped_ = false;
    return PortfolioInput{PortfolioInput::Kind::Unread, name_, {}, line_, 0, std::exchange(fault_, std::nullopt)};
  }

 private:
  std::optional<PortfolioInput> take_document() {
    if (std::exchange(is_dropped_, false)) return unread(begin_, "the document that begins here");
    auto bytes = std::exchange(document_, {});
    if (std::ranges::all_of(bytes, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }))
      return std::nullopt;
    return PortfolioInput{PortfolioInput::Kind::Yaml, name_, std::move(bytes), begin_};
  }

  PortfolioInput unread(std::uint32_t line, std::string_view what) const {
    return {PortfolioInput::Kind::Unread,
            name_,
            {},
            line,
            0,
            FileFault{"too-large", fmt::format("{} is larger than {} MiB", what, yaml::max_file_bytes >> 20), ""}};
  }

  /// Without its line feed; it lives until the next one is asked for. What is too large is passed over.
  std::optional<std::string_view> next_line() {
    is_oversized_ = false;
    for (;;) {
      const auto end = buffer_.find('\n', searched_);
      if (end != std::string::npos) return take_line(end, end + 1);
      searched_ = buffer_.size();
      if (is_at_end_) {
        if (at_ == buffer_.size() && !is_oversized_) return std::nullopt;
        return take_line(buffer_.size(), buffer_.size());
      }
      if (buffer_.size() - at_ > yaml::max_file_bytes) {
        is_oversized_ = true;
        at_ = searched_ = buffer_.size();
      }
      if (!read_more()) return std::nullopt;
    }
  }

  std::string_view take_line(std::size_t end, std::size_t next) {
    const auto line = std::string_view{buffer_}.substr(at_, end - at_);
    line_offset_ = buffer_offset_ + at_;
    is_oversized_ = is_oversized_ || line.size() > yaml::max_file_bytes;
    at_ = searched_ = next;
    ++line_;
    return line;
  }

  bool read_more() {
    constexpr std::size_t piece = 1u << 18;
    buffer_.erase(0, at_);
    buffer_offset_ += at_;
    searched_ -= at_;
    at_ = 0;
    const bool is_first = buffer_offset_ == 0 && buffer_.empty();
    fault_ = file_.read(buffer_, piece, is_at_end_);
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (is_first && buffer_.starts_with(byte_order_mark)) at_ = searched_ = byte_order_mark.size();
    return !fault_;
  }

  std::string name_;
  StreamFile file_;
  std::string buffer_;
  std::uint64_t buffer_offset_ = 0;  // in the stream
  std::uint64_t line_offset_ = 0;    // of the line that was taken last
  std::size_t at_ = 0;               // of the next line
  std::size_t searched_ = 0;         // no line feed lies between
  std::uint32_t line_ = 0;           // the number of the line that was taken last
  bool is_at_end_ = false;
  bool is_over_ = false;
  bool is_oversized_ = false;  // the line that was taken last
  bool is_dropped_ = false;    // of the document that is being taken
  std::optional<FileFault> fault_;
  std::optional<bool> is_yaml_;
  std::string document_;
  std::uint32_t begin_ = 1;
};

int stop_without_clients(bool is_told, const Session& session) {
  if (!is_told) session.complain("no client came", "is it the right folder, list or stream? nothing was written");
  return exit_status::not_understood;
}

PortfolioInputs::PortfolioInputs(std::vector<std::string> paths, const std::optional<std::string>& list,
                                 Session& session)
    : session_(session) {
  for (auto& path : paths) {
    has_streams_ = has_streams_ || is_stream(path);
    if (is_stream(path) || !is_folder(path) || has_inventory(path))
      paths_.push_back(std::move(path));
    else
      look_into(path);
  }
  if (!list) return;
  auto bytes = *list == "-" ? read_standard_input_bytes(max_list_bytes) : read_bytes(*list, max_list_bytes);
  if (const auto* fault = std::get_if<FileFault>(&bytes)) {
    complain_about_file(*list == "-" ? "standard input" : *list, *fault, session);
    return;
  }
  std::string_view rest = std::get<std::string>(bytes);
  while (!rest.empty()) {
    auto line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!is_blank(line)) paths_.emplace_back(line);
  }
}

PortfolioInputs::PortfolioInputs(std::vector<std::string> streams, Session& session)
    : session_(session),
      paths_(std::make_move_iterator(streams.begin()), std::make_move_iterator(streams.end())),
      has_streams_(true),
      are_streams_(true) {}

PortfolioInputs::~PortfolioInputs() = default;

bool PortfolioInputs::is_stream(std::string_view path) const {
  return are_streams_ || path == "-" || has_json_name(path);
}

/// The clients in a folder, by name. What is neither a client's folder nor an inventory is passed over: a README, a
/// provider's own papers.
void PortfolioInputs::look_into(const std::string& path) {
  const auto before = paths_.size();
  std::vector<std::string> passed_over;
  std::size_t others = 0;
  for (const auto& name : names_of(path, most_clients, session_)) {
    auto inner = join(path, name);
    if (!is_folder(inner)) continue;
    if (has_inventory(inner))
      paths_.push_back(std::move(inner));
    else if (!name.starts_with('.') && passed_over.size() < most_named)
      passed_over.push_back(quoted(name));
    else if (!name.starts_with('.'))
      ++others;
  }
  if (!passed_over.empty() && paths_.size() > before)
    session_.diagnostics.warning(
        {session_.sources.add(path, {}), 0, 0}, "passed-over",
        fmt::format("without an inventory.yaml, and passed over: {}{}", fmt::join(passed_over, ", "),
                    others == 0 ? std::string{} : fmt::format(" and {} more", others)),
        "name the folder that holds the clients, where they lie deeper");
  if (paths_.size() == before)
    complain_about_file(path,
                        {"no-clients", "no folder in this one has an inventory.yaml",
                         "name a client's folder, or a folder of such folders"},
                        session_);
}

std::optional<PortfolioInput> PortfolioInputs::next() {
  for (;;) {
    if (stream_) {
      if (auto document = stream_->next()) return document;
      stream_.reset();
    }
    if (paths_.empty()) return std::nullopt;
    auto path = std::move(paths_.front());
    paths_.pop_front();
    if (!is_stream(path)) return PortfolioInput{PortfolioInput::Kind::Path, std::move(path), {}, 1};
    auto opened = StreamFile::open(path);
    auto name = path == "-" ? std::string{"standard input"} : path;
    if (const auto* fault = std::get_if<FileFault>(&opened))
      return PortfolioInput{PortfolioInput::Kind::Unread, std::move(name), {}, 0, 0, *fault};
    stream_ = std::make_unique<Stream>(std::move(name), std::move(std::get<StreamFile>(opened)), has_json_name(path));
  }
}

std::optional<std::size_t> PortfolioInputs::known_count() const {
  return has_streams_ ? std::nullopt : std::optional{paths_.size()};
}

}  // namespace candor::app
