#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "candor/text/date.hpp"
#include "import/xml.hpp"

/// What one file of nmap says it looked at and found.
namespace candor::nmap {

inline constexpr std::size_t most_ports = 65535;

/// An open one.
struct Port {
  std::uint32_t number = 0;
  bool is_tcp = true;
  std::string_view service;  ///< what answered; empty where the scan guessed, or could not tell
  std::string_view product;
  std::string label;  ///< `8443 (https-alt?)`
};

struct Host {
  std::string address;
  std::string label;  ///< `203.0.113.7 (office.example.org)`
  bool is_inside = false;
  std::vector<Port> open;
  std::string gap;  ///< why ports that are not open are not shown to be closed; empty when they are
};

/// One file.
struct Scan {
  std::string_view version;
  bool is_finished = false;
  std::size_t ports = 0;  ///< how many TCP ports were tried
  bool has_udp = false;
  std::vector<Host> hosts;
};

/// `run` is the root, `nmaprun`. Texts point into its document.
[[nodiscard]] Scan scan_of(const XmlElement& run);

/// The day on which it began.
[[nodiscard]] std::optional<Date> day_of(const XmlElement& run);

}  // namespace candor::nmap
