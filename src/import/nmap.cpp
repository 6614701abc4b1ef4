#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "import/importers.hpp"
#include "import/look.hpp"
#include "import/nmap_scan.hpp"
#include "import/one_day.hpp"
#include "import/words.hpp"
#include "import/xml.hpp"

// Nmap's XML, as `nmap -Pn -p- -sV -oX scan.xml ADDRESS` writes it from outside the network (7.12 and 7.93 were seen).
// Each address is a part. `closed` needs a finished scan of all 65535 TCP ports of an address that answered, on which
// each open port is known to be something else: ports move, and one that was not looked at is not closed. Without `-sV`
// what a service is called is a guess from its port. `--open` leaves out addresses with nothing open, so that a clean
// scan shows nothing. A scan looks from one place: what a list of addresses may reach looks closed to it, and what is
// open to it may have a second check behind it. A scan from inside shows nothing of the internet.
namespace candor {

namespace {

using nmap::Host;
using nmap::most_ports;
using nmap::Port;
using nmap::Scan;

constexpr std::string_view remote_fact = "exposure.remote_desktop";
constexpr std::string_view pages_fact = "exposure.admin_pages";
constexpr std::string_view gate_fact = "firewall.inbound_closed";

bool is_remote_control(const Port& port) {
  constexpr std::array<std::uint32_t, 9> numbers{22, 23, 445, 3389, 5900, 5901, 5938, 5985, 5986};
  constexpr std::array<std::string_view, 12> services{"ms-wbt-server", "vnc",          "vnc-http",   "ssh",
                                                      "telnet",        "microsoft-ds", "teamviewer", "radmin",
                                                      "X11",           "login",        "shell",      "exec"};
  return std::ranges::find(numbers, port.number) != numbers.end() ||
         std::ranges::find(services, port.service) != services.end();
}

bool may_be_page(const Port& port) {
  return port.is_tcp && (port.service.empty() || port.service.find("http") != std::string_view::npos);
}

/// On the ports where devices have their settings, and wherever the scan knows the page for one. Any business may have
/// a page on 80 and 443.
bool is_settings_page(const Port& port) {
  constexpr std::array<std::uint32_t, 6> numbers{4443, 5000, 5001, 8080, 8443, 10443};
  const bool is_known = port.product.find("http config") != std::string_view::npos ||
                        port.product.find("http admin") != std::string_view::npos;
  return may_be_page(port) && (is_known || std::ranges::find(numbers, port.number) != numbers.end());
}

template <typename Test>
std::vector<std::string> labels(const std::vector<Port>& ports, const Test& test) {
  std::vector<std::string> found;
  for (const auto& port : ports)
    if (test(port)) found.push_back(port.label);
  return found;
}

/// What the internet reaches of one kind: `found` is it for sure, `perhaps` may be.
void tell_exposure(Look& look, const ImportContext& context, std::string_view fact, const Host& host,
                   const std::vector<std::string>& found, const std::vector<std::string>& perhaps,
                   std::string_view what) {
  const auto id = context.catalog.find(fact);
  if (!id) return;
  const auto choice = [&](std::string_view word) {
    const auto& choices = context.catalog.facts[*id].choices;
    return Choice{static_cast<std::uint16_t>(std::ranges::find(choices, word) - choices.begin())};
  };
  if (!found.empty())
    look.say(fact, host.address, choice("open"), "open: " + first_few(found, 8));
  else if (!perhaps.empty())
    look.say_unknown(fact, host.address, fmt::format("open, and {}: {}", what, first_few(perhaps, 5)));
  else if (!host.gap.empty())
    look.say_unknown(fact, host.address, host.gap);
  else
    look.say(fact, host.address, choice("closed"), fmt::format("all {} TCP ports", most_ports));
}

void tell(Look& look, const ImportContext& context, const Host& host) {
  const auto is_other = [](const Port& port) { return !is_remote_control(port) && !is_settings_page(port); };
  tell_exposure(look, context, remote_fact, host, labels(host.open, is_remote_control),
                labels(host.open, [](const Port& port) { return port.is_tcp && port.service.empty(); }),
                "the scan does not show what answers there (`-sV` asks)");
  tell_exposure(look, context, pages_fact, host, labels(host.open, is_settings_page),
                labels(host.open, [&](const Port& port) { return is_other(port) && may_be_page(port); }),
                "it may be a settings page or not");
  const auto open = labels(host.open, [](const Port&) { return true; });
  if (!open.empty())
    look.say(gate_fact, host.address, Unknown{}, "open: " + first_few(open, 30)).note =
        fmt::format("{} open, and nothing shows who allowed {}", counted(std::ssize(open), "port is", "ports are"),
                    open.size() == 1 ? "it" : "them");
  else if (!host.gap.empty())
    look.say_unknown(gate_fact, host.address, host.gap);
  else
    look.say(gate_fact, host.address, true, fmt::format("all {} TCP ports", most_ports));
}

/// Where no address was looked at from outside.
void tell_nothing(Look& look, std::string_view part, std::string_view because) {
  for (const auto fact : {remote_fact, pages_fact, gate_fact}) look.say_unknown(fact, part, because);
}

void tell(Look& look, const ImportContext& context, const std::vector<Scan>& scans) {
  std::vector<std::string> inside;
  std::vector<std::string> all;
  for (const auto& scan : scans)
    for (const auto& host : scan.hosts) {
      all.push_back(host.label);
      if (host.is_inside) {
        inside.push_back(kept(host.address, 60));
        continue;
      }
      tell(look, context, host);
    }
  const auto outside = all.size() - inside.size();
  const bool has_empty = std::ranges::any_of(scans, [](const Scan& scan) { return scan.hosts.empty(); });
  if (outside == 0 && !inside.empty())
    tell_nothing(look, first_few(inside, 1),
                 "a scan inside the network does not show what the internet reaches: scan the public address from "
                 "outside");
  else if (outside == 0)
    tell_nothing(look, "nmap",
                 "the file shows no address: none answered, or `--open` left out what has nothing open, or the scan "
                 "did not finish");
  else if (has_empty)
    look.not_seen("What one of the files was to show: it holds no address.");
  if (outside > 0 && !inside.empty())
    look.not_seen(
        fmt::format("What the internet reaches of {}: these were scanned inside the network.", first_few(inside, 3)));
  if (outside > 0) {
    look.not_seen("What only some addresses may reach: to this scan it looks closed.");
    look.not_seen("Whether a second check stands behind what is open.");
    look.not_seen("Whether the scan ran outside the network: from inside it shows nothing of the internet.");
  }
  if (std::ranges::none_of(scans, &Scan::has_udp)) look.not_seen("What answers by UDP: only TCP ports were tried.");
  const auto ports = std::ranges::min(scans, {}, &Scan::ports).ports;
  look.set_scope(fmt::format("{}, {}{}", all.empty() ? "no address" : first_few(all, 3),
                             scans.size() > 1 ? "at least " : "",
                             counted(static_cast<std::int64_t>(ports), "TCP port")));
}

}  // namespace

Brought import_nmap(Files files, const ImportContext& context, Diagnostics& diagnostics) {
  constexpr const char* how = "run `nmap -Pn -p- -sV -oX scan.xml ADDRESS` from outside, and import scan.xml";
  std::vector<XmlDocument> documents;  // what the scans point into
  std::vector<FileDay> days;
  for (const auto& file : files) {
    const Place all{file.file, 0, 0};
    const auto text = trimmed(file.bytes);
    if (!text.empty() && text.find('<') == std::string_view::npos) {
      diagnostics.error(all, "unknown-format", "this is not the XML of nmap", how);
      continue;
    }
    auto document = XmlDocument::read(file, diagnostics);
    if (!document) continue;
    const auto run = document->root();
    if (run.name() != "nmaprun" || run.attribute("scanner") != "nmap") {
      diagnostics.error(run.place(), "unknown-format", "this is not the XML of nmap", how);
      continue;
    }
    days.push_back({{.stated = nmap::day_of(run), .newest = {}}, run.place()});
    documents.push_back(std::move(*document));
  }
  if (diagnostics.has_errors()) return {};
  const auto day = day_of_files(days, context, diagnostics);
  if (!day) return {};

  Look look{context, *day};
  std::vector<Scan> scans;
  scans.reserve(documents.size());
  for (const auto& document : documents) scans.push_back(nmap::scan_of(document.root()));
  tell(look, context, scans);
  look.set_version(scans.front().version);
  return look.take();
}

}  // namespace candor
