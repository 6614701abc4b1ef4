#include "fuzz/program.hpp"

#include <fcntl.h>
#include <stdlib.h>  // setenv, mkdtemp
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "app/cli.hpp"
#include "fuzz/laws.hpp"

namespace candor::fuzz {

namespace {

namespace fs = std::filesystem;

int file_without_name() {
  std::string path = "/tmp/candor-caught-XXXXXX";
  const int file = ::mkstemp(path.data());
  ::unlink(path.c_str());
  return file;
}

/// A stream of this process caught in memory while this lives; given back afterwards.
class Caught {
 public:
  explicit Caught(int stream) : stream_(stream), kept_(::dup(stream)), file_(file_without_name()) {
    ::dup2(file_, stream_);
  }
  Caught(const Caught&) = delete;
  Caught& operator=(const Caught&) = delete;
  ~Caught() {
    ::dup2(kept_, stream_);
    ::close(kept_);
    ::close(file_);
  }
  [[nodiscard]] std::string text() const {
    std::string text(static_cast<std::size_t>(::lseek(file_, 0, SEEK_END)), '\0');
    require(::pread(file_, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size()), "memory reads back");
    return text;
  }

 private:
  int stream_;
  int kept_;
  int file_;
};

/// In memory where there is such a place, and where every run begins.
const std::string& folder() {
  static const std::string made = [] {
    std::string pattern = (fs::is_directory("/dev/shm") ? "/dev/shm" : "/tmp") + std::string{"/candor-fuzz-XXXXXX"};
    require(::mkdtemp(pattern.data()) != nullptr, "a folder can be made");
    ::setenv("PATH", "/nonexistent", 1);
    ::setenv("TMPDIR", pattern.c_str(), 1);
    ::setenv("SOURCE_DATE_EPOCH", "1795219200", 1);  // 21 November 2026
    static const auto remove = [path = pattern] {
      std::error_code ignored;
      fs::remove_all(path, ignored);
    };
    (void)std::atexit([] { remove(); });
    return pattern;
  }();
  return made;
}

bool holds_any(std::string_view word, std::initializer_list<std::string_view> parts) {
  return std::ranges::any_of(parts, [&](std::string_view part) { return word.find(part) != std::string_view::npos; });
}

bool is_text_asked_for(const std::vector<std::string>& words) {
  return std::ranges::none_of(words, [](const std::string& word) { return holds_any(word, {"xlsx"}); });
}

}  // namespace

void set_up(const std::vector<File>& files) {
  fs::remove_all(folder());
  fs::create_directories(folder());
  for (const auto& [path, bytes] : files) {
    fs::create_directories(fs::path{folder()} / fs::path{path}.parent_path());
    std::ofstream{fs::path{folder()} / path, std::ios::binary} << bytes;
  }
}

bool is_contained(const std::vector<std::string>& words) {
  return std::ranges::none_of(words, [](const std::string& word) {
    return word.starts_with('/') || holds_any(word, {"..", "=/", "-o/", "-p/", "pdf", "PDF"}) ||
           word.find('\0') != std::string::npos;
  });
}

Ran run_program(const std::vector<std::string>& words) {
  std::vector<const char*> argv{"candor"};
  for (const auto& word : words) argv.push_back(word.c_str());
  argv.push_back(nullptr);
  const int input = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  ::dup2(input, STDIN_FILENO);
  ::close(input);
  const Caught output{STDOUT_FILENO};
  const Caught complaints{STDERR_FILENO};
  Ran ran;
  const auto before = fs::current_path();  // the fuzzer's own paths count from there
  fs::current_path(folder());
  ran.status = app::run(static_cast<int>(words.size()) + 1, argv.data());
  fs::current_path(before);
  // Standard output is closed by a run that wrote it; what was written lies in the memory behind it.
  ran.output = output.text();
  ran.complaints = complaints.text();
  return ran;
}

void check_program(const std::vector<std::string>& words) {
  const auto ran = run_program(words);
  require(0 <= ran.status && ran.status <= 4, "the exit status is one of 0 to 4");
  require(ran.status < 2 || !ran.complaints.empty(), "a run that fails says why");
  check_harmless(ran.complaints, "standard error", true);
  if (is_text_asked_for(words)) check_harmless(ran.output, "standard output", true);
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace candor::fuzz
