#include "import/nmap_scan.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <fmt/format.h>

#include "import/address.hpp"
#include "import/look.hpp"
#include "import/moment.hpp"
#include "import/number.hpp"

namespace candor::nmap {

namespace {

std::optional<std::uint32_t> port_number(std::string_view text) {
  const auto number = number_of(text);
  if (!number || *number > std::int64_t{most_ports}) return std::nullopt;
  return static_cast<std::uint32_t>(*number);
}

/// `1,3-4,6`. Kinds of scan that cannot find an open port count for nothing. A list may name a port any number of
/// times: only the ends of its ranges are written down while it is read.
void read_ports(const XmlElement& run, Scan& scan) {
  std::array<std::int32_t, most_ports + 2> steps{};  ///< how many ranges more than before cover the port
  for (const auto& info : run.children("scaninfo")) {
    const auto type = info.attribute("type");
    scan.has_udp = scan.has_udp || type == "udp";
    if (type != "syn" && type != "connect") continue;
    auto rest = info.attribute("services");
    while (!rest.empty()) {
      const auto item = rest.substr(0, rest.find(','));
      rest.remove_prefix(std::min(item.size() + 1, rest.size()));
      const auto dash = std::min(item.find('-'), item.size());
      const auto first = port_number(item.substr(0, dash));
      const auto last = dash == item.size() ? first : port_number(item.substr(dash + 1));
      if (!first || !last || *first > *last) continue;
      ++steps[*first];
      --steps[*last + 1];
    }
  }
  auto ranges = steps[0];  // there is no port 0
  for (std::size_t port = 1; port <= most_ports; ++port) {
    ranges += steps[port];
    if (ranges > 0) ++scan.ports;
  }
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

Port port_of(const XmlElement& element) {
  const auto protocol = element.attribute("protocol");
  Port port{.number = port_number(element.attribute("portid")).value_or(0),
            .is_tcp = protocol == "tcp",
            .service = {},
            .product = {},
            .label = {}};
  port.label = fmt::format("{}", port.number);
  if (!port.is_tcp) port.label += "/" + kept(protocol, 8);
  const auto service = element.child("service");
  if (!service) return port;
  const auto name = service->attribute("name");
  const bool is_known = service->attribute("method") == "probed" && !is_one_of(name, {"unknown", "tcpwrapped"});
  if (is_known) port.service = name;
  port.product = service->attribute("product");
  port.label +=
      fmt::format(" ({}{})", kept(is_known && !port.product.empty() ? port.product : name, 40), is_known ? "" : "?");
  return port;
}

/// Whether anything came back from the address: of one that is silent nobody knows if it is in use.
bool has_answered(const XmlElement& host) {
  const auto status = host.child("status");
  if (status && !is_one_of(status->attribute("reason"), {"", "user-set", "no-response"})) return true;
  const auto ports = host.child("ports");
  if (!ports) return false;
  const auto is_answer = [](std::string_view state) { return is_one_of(state, {"open", "closed", "unfiltered"}); };
  return std::ranges::any_of(ports->children("extraports"),
                             [&](const XmlElement& rest) { return is_answer(rest.attribute("state")); }) ||
         std::ranges::any_of(ports->children("port"), [&](const XmlElement& port) {
           const auto state = port.child("state");
           return state && is_answer(state->attribute("state"));
         });
}

std::string gap_of(const XmlElement& host, const Scan& scan) {
  const auto status = host.child("status");
  if (!scan.is_finished) return "the scan did not finish";
  if (!status || status->attribute("state") != "up") return "the address did not answer";
  if (host.attribute("timedout") == "true") return "the scan gave up on this address before its end";
  if (scan.ports < most_ports)
    return fmt::format("the scan looked at {} of {} TCP ports, and another one may be open", scan.ports, most_ports);
  if (!has_answered(host))
    return "nothing at all came back: the address may be silent, or not in use, or the scan was stopped on its way";
  return {};
}

Host host_of(const XmlElement& element, const Scan& scan) {
  Host host;
  host.gap = gap_of(element, scan);
  const auto status = element.child("status");
  host.is_inside =
      status && is_one_of(status->attribute("reason"), {"arp-response", "nd-response", "localhost-response"});
  for (const auto& address : element.children("address")) {
    if (address.attribute("addrtype") == "mac") host.is_inside = true;  // seen on the same network only
    if (is_one_of(address.attribute("addrtype"), {"ipv4", "ipv6"})) host.address = address.attribute("addr");
  }
  host.is_inside = host.is_inside || !faces_internet(host.address);
  host.label = kept(host.address, 60);
  if (const auto names = element.child("hostnames"))
    if (const auto name = names->child("hostname"))
      host.label += fmt::format(" ({})", kept(name->attribute("name"), 80));
  if (const auto ports = element.child("ports"))
    for (const auto& port : ports->children("port"))
      if (const auto state = port.child("state"); state && state->attribute("state") == "open")
        host.open.push_back(port_of(port));
  return host;
}

}  // namespace

std::optional<Date> day_of(const XmlElement& run) {
  const auto seconds = number_of(run.attribute("start"));
  return seconds ? day_of_seconds(*seconds) : std::nullopt;
}

Scan scan_of(const XmlElement& run) {
  Scan scan;
  scan.version = run.attribute("version");
  const auto stats = run.child("runstats");
  const auto finished = stats ? stats->child("finished") : std::nullopt;
  scan.is_finished = finished && finished->attribute("exit") == "success";
  read_ports(run, scan);
  for (const auto& host : run.children("host")) scan.hosts.push_back(host_of(host, scan));
  return scan;
}

}  // namespace candor::nmap
