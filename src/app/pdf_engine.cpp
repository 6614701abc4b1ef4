#include "app/pdf_engine.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "app/child_process.hpp"
#include "app/files.hpp"
#include "app/output.hpp"
#include "candor/text/ascii.hpp"
#include "candor/text/private_folder.hpp"

namespace candor::app {

namespace {

constexpr std::chrono::minutes time_limit{1};
constexpr std::size_t max_pdf_bytes = 64u << 20;
constexpr std::size_t max_log_bytes = 1u << 20;

/// In the order in which they are tried: those that print the page as it was designed first.
constexpr std::array<std::string_view, 11> known_engines{
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "weasyprint",
};

PdfEngine::Kind kind_of(std::string_view path) {
  return path.substr(path.rfind('/') + 1).find("weasyprint") == std::string_view::npos ? PdfEngine::Kind::Browser
                                                                                       : PdfEngine::Kind::WeasyPrint;
}

/// A path as a `file:` address (RFC 8089): whatever is not plainly harmless is percent-encoded.
std::string address_of(std::string_view path) {
  std::string address = "file://";
  for (const char byte : path) {
    const bool is_plain = ascii::is_letter(byte) || ascii::is_digit(byte) ||
                          std::string_view{"/-._~"}.find(byte) != std::string_view::npos;
    address += is_plain ? std::string{byte} : fmt::format("%{:02X}", static_cast<unsigned char>(byte));
  }
  return address;
}

/// Everything the browser does besides printing is switched off, and no name is ever resolved.
std::vector<std::string> browser_arguments(const PdfEngine& engine, const PrivateFolder& work) {
  std::vector<std::string> arguments{
      engine.path,
      "--headless",
      "--disable-gpu",
      "--disable-quic",
      "--disable-sync",
      "--disable-extensions",
      "--disable-default-apps",
      "--disable-component-update",
      "--disable-background-networking",
      "--disable-domain-reliability",
      "--disable-client-side-phishing-detection",
      "--disable-dev-shm-usage",
      "--metrics-recording-only",
      "--no-default-browser-check",
      "--no-first-run",
      "--no-pings",
      "--host-resolver-rules=MAP * ~NOTFOUND",
      "--proxy-server=127.0.0.1:9",
      "--user-data-dir=" + work.file("profile"),
      "--no-pdf-header-footer",
      "--export-tagged-pdf",
      "--generate-pdf-document-outline",
      "--print-to-pdf=" + work.file("report.pdf"),
  };
  if (::geteuid() == 0) arguments.emplace_back("--no-sandbox");  // it refuses to run as root otherwise
  arguments.push_back(address_of(work.file("report.html")));
  return arguments;
}

std::vector<std::string> arguments_for(const PdfEngine& engine, const PrivateFolder& work) {
  if (engine.kind == PdfEngine::Kind::Browser) return browser_arguments(engine, work);
  return {engine.path, "--pdf-variant", "pdf/ua-1", work.file("report.html"), work.file("report.pdf")};
}

std::vector<std::string> environment_for(const PrivateFolder& work) {
  const char* path = std::getenv("PATH");
  return {fmt::format("PATH={}", path == nullptr ? "/usr/bin:/bin" : path),
          "HOME=" + work.path(),
          "TMPDIR=" + work.path(),
          "XDG_CONFIG_HOME=" + work.file("config"),
          "XDG_CACHE_HOME=" + work.file("cache"),
          "XDG_RUNTIME_DIR=" + work.path(),
          "LANG=C.UTF-8"};
}

/// The last thing the engine said, to help whoever has to mend it.
std::string last_words(const PrivateFolder& work) {
  const auto log = read_bytes(work.file("log"), max_log_bytes);
  const auto* text = std::get_if<std::string>(&log);
  if (text == nullptr) return {};
  const auto end = text->find_last_not_of(" \r\n");
  if (end == std::string::npos) return {};
  const auto begin = text->rfind('\n', end);
  return fmt::format("it said: {}", text->substr(begin == std::string::npos ? 0 : begin + 1, end - begin));
}

std::string how_it_ended(const PdfEngine& engine, const Ended& ended) {
  switch (ended.how) {
    case Ended::How::NotStarted:
      return fmt::format("`{}` cannot be started: {}", engine.path, std::generic_category().message(ended.status));
    case Ended::How::TimedOut: return fmt::format("`{}` did not finish within a minute", engine.path);
    case Ended::How::Killed: return fmt::format("`{}` was ended by signal {}", engine.path, ended.status);
    case Ended::How::Interrupted: return "interrupted";
    case Ended::How::Exited: break;
  }
  return fmt::format("`{}` made no PDF (it ended with {})", engine.path, ended.status);
}

std::variant<std::string, PdfFault> print_in_a_folder(const PdfEngine& engine, std::string_view page, Ended& ended) {
  const PrivateFolder work;
  if (work.path().empty()) return PdfFault{"no folder can be made for the PDF", "is TMPDIR a folder you may write to?"};
  if (const auto why = create_file(work.file("report.html"), page))
    return PdfFault{fmt::format("`{}` cannot be written: {}", work.file("report.html"), *why), ""};
  ended = run_program(arguments_for(engine, work), environment_for(work), work.file("log"), time_limit);
  if (ended.how == Ended::How::Exited && ended.status == 0) {
    auto bytes = read_bytes(work.file("report.pdf"), max_pdf_bytes);
    if (auto* pdf = std::get_if<std::string>(&bytes); pdf != nullptr && pdf->starts_with("%PDF-"))
      return std::move(*pdf);
  }
  return PdfFault{how_it_ended(engine, ended), last_words(work)};
}

}  // namespace

bool is_known_pdf_engine(std::string_view name) {
  return name.find('/') == std::string_view::npos && std::ranges::find(known_engines, name) != known_engines.end();
}

std::optional<PdfEngine> find_pdf_engine(std::string_view named) {
  if (!named.empty()) {
    const auto path = find_program(std::string{named});
    return path ? std::optional{PdfEngine{*path, kind_of(*path)}} : std::nullopt;
  }
  for (const auto name : known_engines)
    if (const auto path = find_program(std::string{name})) return PdfEngine{*path, kind_of(*path)};
  return std::nullopt;
}

std::variant<std::string, PdfFault> print_pdf(const PdfEngine& engine, std::string_view page) {
  Ended ended{};
  auto printed = print_in_a_folder(engine, page, ended);
  if (ended.how == Ended::How::Interrupted) ::raise(ended.status);  // now that nothing stays behind
  return printed;
}

PdfFault no_pdf_engine(std::string_view named) {
  constexpr std::string_view hint =
      "install Chromium, Chrome, Edge or WeasyPrint (Debian: apt install chromium), or name one with --pdf-engine; "
      "`-f html` gives the same page without it";
  if (!named.empty()) return {fmt::format("`{}` is no program that can be run here", named), std::string{hint}};
  return {"nothing that prints a PDF is installed", std::string{hint}};
}

}  // namespace candor::app
