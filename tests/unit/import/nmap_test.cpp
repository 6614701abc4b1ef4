#include <string>

#include <doctest/doctest.h>

#include "import/address.hpp"
#include "import/world.hpp"

using namespace candor;
using test::World;

namespace {

constexpr std::string_view all_ports =
    R"(<scaninfo type="syn" protocol="tcp" numservices="65535" services="1-65535"/>)";
constexpr std::string_view success =
    R"(<runstats><finished time="1795289224" elapsed="6.30" exit="success"/><hosts up="1" down="0" total="1"/></runstats>)";

std::string scan(std::string_view hosts, std::string_view info = all_ports, std::string_view end = success,
                 std::string_view start = "1795289218") {
  return R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nmaprun>
<nmaprun scanner="nmap" args="nmap" start=")" +
         std::string{start} + R"(" version="7.93" xmloutputversion="1.05">)" + std::string{info} + std::string{hosts} +
         std::string{end} + "</nmaprun>";
}

std::string host(std::string_view ports, std::string_view address = R"(<address addr="203.0.113.7" addrtype="ipv4"/>)",
                 std::string_view status = R"(state="up" reason="echo-reply")", std::string_view more = {}) {
  return "<host " + std::string{more} + "><status " + std::string{status} + R"( reason_ttl="0"/>)" +
         std::string{address} + "<hostnames/><ports>" + std::string{ports} + "</ports></host>";
}

/// `service` is what a scan with `-sV` found.
std::string open(std::string_view port, std::string_view service = {}, std::string_view product = {},
                 std::string_view protocol = "tcp") {
  return R"(<port protocol=")" + std::string{protocol} + R"(" portid=")" + std::string{port} +
         R"("><state state="open" reason="syn-ack" reason_ttl="0"/>)" +
         (service.empty() ? std::string{R"(<service name="guess" method="table" conf="3"/>)"}
                          : R"(<service name=")" + std::string{service} + R"(" product=")" + std::string{product} +
                                R"(" method="probed" conf="10"/>)") +
         "</port>";
}

constexpr std::string_view rest_filtered =
    R"(<extraports state="filtered" count="65535"><extrareasons reason="no-responses" count="65535"/></extraports>)";
constexpr std::string_view rest_closed = R"(<extraports state="closed" count="65535"/>)";

/// The lines of the statements, without the part.
std::string said(const std::string& text) {
  auto all = World{}.import("nmap", text);
  for (auto at = all.find(" [203.0.113.7]"); at != std::string::npos; at = all.find(" [203.0.113.7]"))
    all.erase(at, 14);
  const auto begin = all.find('\n') + 1;
  return all.substr(begin, all.find("not seen: ") - begin);
}

/// All three facts are not known, for the same reason.
std::string nothing(std::string_view why, std::string_view part = {}) {
  std::string text;
  for (const auto* fact : {"exposure.remote_desktop", "exposure.admin_pages", "firewall.inbound_closed"})
    text += fact + (part.empty() ? std::string{} : " [" + std::string{part} + "]") +
            " = unknown, export, note: " + std::string{why} + "\n";
  return text;
}

}  // namespace

TEST_CASE("an address that answers and has nothing open on all ports is closed") {
  const std::string closed = R"(2026-11-21 nmap 7.93: 203.0.113.7, 65535 TCP ports
exposure.remote_desktop [203.0.113.7] = closed, export, where: all 65535 TCP ports
exposure.admin_pages [203.0.113.7] = closed, export, where: all 65535 TCP ports
firewall.inbound_closed [203.0.113.7] = yes, export, where: all 65535 TCP ports
not seen: What only some addresses may reach: to this scan it looks closed.
not seen: Whether a second check stands behind what is open.
not seen: Whether the scan ran outside the network: from inside it shows nothing of the internet.
not seen: What answers by UDP: only TCP ports were tried.
)";
  CHECK(World{}.import("nmap", scan(host(rest_filtered))) == closed);
  CHECK(World{}.import("nmap", scan(host(rest_closed, R"(<address addr="203.0.113.7" addrtype="ipv4"/>)",
                                         R"(state="up" reason="user-set")"))) == closed);
}

TEST_CASE("an address that is silent on every port may be well closed, or not there at all") {
  CHECK(said(scan(host(rest_filtered, R"(<address addr="203.0.113.7" addrtype="ipv4"/>)",
                       R"(state="up" reason="user-set")"))) ==
        nothing(
            "nothing at all came back: the address may be silent, or not in use, or the scan was stopped on its way"));
}

TEST_CASE("a port that was not looked at is not closed") {
  CHECK(said(scan(host(rest_closed),
                  R"(<scaninfo type="connect" protocol="tcp" numservices="5" services="22,445,3389,5900-5901"/>)")) ==
        nothing("the scan looked at 5 of 65535 TCP ports, and another one may be open"));
  CHECK(said(scan(host(rest_closed), R"(<scaninfo type="syn" protocol="tcp" services="1-65534,7"/>)")) ==
        nothing("the scan looked at 65534 of 65535 TCP ports, and another one may be open"));
  CHECK(said(scan(host(rest_closed), R"(<scaninfo type="syn" protocol="tcp" services="x,9-,99999,5-3,-7,0"/>)")) ==
        nothing("the scan looked at 0 of 65535 TCP ports, and another one may be open"));
  CHECK(said(scan(host(rest_closed), R"(<scaninfo type="syn" protocol="tcp" services="0-65535"/>)"))
            .starts_with("exposure.remote_desktop = closed"));
  CHECK(said(scan(host(rest_closed), R"(<scaninfo type="syn" protocol="tcp" services="1-1000"/>)"
                                     R"(<scaninfo type="connect" protocol="tcp" services="1001-65535"/>)"))
            .starts_with("exposure.remote_desktop = closed"));
}

TEST_CASE("a list that names all ports again and again is read as soon as one that names them once") {
  std::string services = "1-65534";  // not all of them: no reader may stop early
  for (int i = 0; i < 200'000; ++i) services += ",1-65534";
  CHECK(said(scan(host(rest_closed), R"(<scaninfo type="syn" services=")" + services + R"("/>)")) ==
        nothing("the scan looked at 65534 of 65535 TCP ports, and another one may be open"));
}

TEST_CASE("kinds of scan that cannot find an open port show none closed") {
  for (const auto* type : {"ack", "fin", "null", "udp"})
    CHECK(said(scan(host(rest_closed),
                    R"(<scaninfo type=")" + std::string{type} + R"(" protocol="tcp" services="1-65535"/>)")) ==
          nothing("the scan looked at 0 of 65535 TCP ports, and another one may be open"));
}

TEST_CASE("remote control is open on its ports and on any other port where it answers") {
  CHECK(said(scan(host(open("3389") + open("33890", "ms-wbt-server", "Microsoft Terminal Services") +
                       std::string{rest_filtered}))) ==
        R"(exposure.remote_desktop = open, export, where: open: 3389 (guess?), 33890 (Microsoft Terminal Services)
exposure.admin_pages = closed, export, where: all 65535 TCP ports
firewall.inbound_closed = unknown, export, where: open: 3389 (guess?), 33890 (Microsoft Terminal Services), note: 2 ports are open, and nothing shows who allowed them
)");
}

TEST_CASE("an open port that the scan did not ask may be anything") {
  CHECK(
      said(scan(host(open("33890") + open("44444", "tcpwrapped") + std::string{rest_filtered}))) ==
      R"(exposure.remote_desktop = unknown, export, note: open, and the scan does not show what answers there (`-sV` asks): 33890 (guess?), 44444 (tcpwrapped?)
exposure.admin_pages = unknown, export, note: open, and it may be a settings page or not: 33890 (guess?), 44444 (tcpwrapped?)
firewall.inbound_closed = unknown, export, where: open: 33890 (guess?), 44444 (tcpwrapped?), note: 2 ports are open, and nothing shows who allowed them
)");
}

TEST_CASE("a page on the ports of devices is open, one on the ports of everybody is to be looked at, mail is none") {
  CHECK(said(scan(
            host(open("25", "smtp", "Postfix smtpd") + open("8443", "http", "nginx") + std::string{rest_closed}))) ==
        R"(exposure.remote_desktop = closed, export, where: all 65535 TCP ports
exposure.admin_pages = open, export, where: open: 8443 (nginx)
firewall.inbound_closed = unknown, export, where: open: 25 (Postfix smtpd), 8443 (nginx), note: 2 ports are open, and nothing shows who allowed them
)");
  CHECK(said(scan(host(open("443", "http", "nginx") + std::string{rest_closed}))) ==
        R"(exposure.remote_desktop = closed, export, where: all 65535 TCP ports
exposure.admin_pages = unknown, export, note: open, and it may be a settings page or not: 443 (nginx)
firewall.inbound_closed = unknown, export, where: open: 443 (nginx), note: 1 port is open, and nothing shows who allowed it
)");
  CHECK(said(scan(host(open("443", "http", "SonicWALL firewall http config") + open("8080", "smtp", "Postfix smtpd") +
                       std::string{rest_closed}))) ==
        R"(exposure.remote_desktop = closed, export, where: all 65535 TCP ports
exposure.admin_pages = open, export, where: open: 443 (SonicWALL firewall http config)
firewall.inbound_closed = unknown, export, where: open: 443 (SonicWALL firewall http config), 8080 (Postfix smtpd), note: 2 ports are open, and nothing shows who allowed them
)");
}

TEST_CASE("a scan that did not finish shows what it found open, and nothing closed") {
  const std::string failed = R"(<runstats><finished time="1" exit="error" errormsg="no"/></runstats>)";
  for (const auto& end : {failed, std::string{R"(<runstats><finished time="1"/></runstats>)"}, std::string{}}) {
    CHECK(said(scan(host(rest_closed), all_ports, end)) == nothing("the scan did not finish"));
    CHECK(said(scan(host(open("22", "ssh", "OpenSSH")), all_ports, end)) ==
          R"(exposure.remote_desktop = open, export, where: open: 22 (OpenSSH)
exposure.admin_pages = unknown, export, note: the scan did not finish
firewall.inbound_closed = unknown, export, where: open: 22 (OpenSSH), note: 1 port is open, and nothing shows who allowed it
)");
  }
  CHECK(said(scan(host(rest_closed, R"(<address addr="203.0.113.7" addrtype="ipv4"/>)",
                       R"(state="up" reason="echo-reply")", R"(timedout="true")"))) ==
        nothing("the scan gave up on this address before its end"));
}

TEST_CASE("an address that is down, and a scan that shows no address, show nothing") {
  CHECK(said(scan(host("", R"(<address addr="203.0.113.7" addrtype="ipv4"/>)",
                       R"(state="down" reason="no-response")"))) == nothing("the address did not answer"));
  CHECK(said(scan("")) == nothing("the file shows no address: none answered, or `--open` left out what has nothing "
                                  "open, or the scan did not finish",
                                  "nmap"));
}

TEST_CASE("a scan from inside is no look from the internet") {
  const auto inside = [](std::string_view address, std::string_view status = R"(state="up" reason="echo-reply")") {
    const auto all =
        World{}.import("nmap", scan(host(std::string{open("3389")} + std::string{rest_closed}, address, status)));
    return all.find("= open") == std::string::npos && all.find("= closed") == std::string::npos &&
           all.find("a scan inside the network does not show what the internet reaches") != std::string::npos;
  };
  CHECK(inside(R"(<address addr="192.168.1.1" addrtype="ipv4"/>)"));
  CHECK(inside(R"(<address addr="fd12:3456::1" addrtype="ipv6"/>)"));
  CHECK(inside(R"(<address addr="203.0.113.7" addrtype="ipv4"/><address addr="00:11:22:33:44:55" addrtype="mac"/>)"));
  for (const auto* reason : {"arp-response", "nd-response", "localhost-response"})
    CHECK(inside(R"(<address addr="203.0.113.7" addrtype="ipv4"/>)",
                 R"(state="up" reason=")" + std::string{reason} + '"'));
  CHECK_FALSE(inside(R"(<address addr="2001:db8::1" addrtype="ipv6"/>)"));

  const auto one = host(rest_closed, R"(<address addr="10.0.0.1" addrtype="ipv4"/>)");
  const auto two = host(rest_closed, R"(<address addr="10.0.0.2" addrtype="ipv4"/>)");
  CHECK(said(scan(one + two)) == nothing("a scan inside the network does not show what the internet reaches: scan the "
                                         "public address from outside",
                                         "10.0.0.1 and 1 more"));
  CHECK(World{}.import("nmap", scan(one + host(rest_closed) + two)) ==
        R"(2026-11-21 nmap 7.93: 10.0.0.1, 203.0.113.7, 10.0.0.2, 65535 TCP ports
exposure.remote_desktop [203.0.113.7] = closed, export, where: all 65535 TCP ports
exposure.admin_pages [203.0.113.7] = closed, export, where: all 65535 TCP ports
firewall.inbound_closed [203.0.113.7] = yes, export, where: all 65535 TCP ports
not seen: What the internet reaches of 10.0.0.1, 10.0.0.2: these were scanned inside the network.
not seen: What only some addresses may reach: to this scan it looks closed.
not seen: Whether a second check stands behind what is open.
not seen: Whether the scan ran outside the network: from inside it shows nothing of the internet.
not seen: What answers by UDP: only TCP ports were tried.
)");
}

TEST_CASE("the internet knows no way to private, shared, local and made-up addresses") {
  for (const auto* address : {"203.0.113.7", "8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1",
                              "11.0.0.1", "192.167.1.1", "223.255.255.255", "2001:db8::1", "3fff::", "2a02:1810::7"})
    CHECK_MESSAGE(faces_internet(address), address);
  for (const auto* address :
       {"10.0.0.1",       "100.64.0.1", "100.127.255.255",   "127.0.0.1", "169.254.1.1",     "172.16.0.1",
        "172.31.255.255", "0.0.0.0",    "192.168.1.1",       "224.0.0.1", "255.255.255.255", "::1",
        "fe80::1",        "fd00::2",    "fc00::1",           "ff02::1",   "::ffff:8.8.8.8",  "",
        "1.2.3",          "1.2.3.4.5",  "256.1.1.1",         "1.2.3.4x",  " 8.8.8.8",        "example.com",
        "20010:db8::1",   ":",          "00:11:22:33:44:55", "1.2.3."})
    CHECK_MESSAGE(!faces_internet(address), address);
}

TEST_CASE("open ports of UDP are ports of the gate") {
  CHECK(said(scan(host(open("500", "isakmp", "", "udp") + std::string{rest_closed}),
                  std::string{all_ports} + R"(<scaninfo type="udp" protocol="udp" services="500"/>)")) ==
        R"(exposure.remote_desktop = closed, export, where: all 65535 TCP ports
exposure.admin_pages = closed, export, where: all 65535 TCP ports
firewall.inbound_closed = unknown, export, where: open: 500/udp (isakmp), note: 1 port is open, and nothing shows who allowed it
)");
}

TEST_CASE("several files are several addresses, looked at on one day") {
  const auto second = host(rest_closed, R"(<address addr="203.0.113.8" addrtype="ipv4"/>)");
  const auto both = World{}.import("nmap", {{"a", scan(host(rest_closed))}, {"b", scan(second)}, {"c", scan("")}});
  CHECK(both.find("exposure.remote_desktop [203.0.113.7] = closed") != std::string::npos);
  CHECK(both.find("exposure.remote_desktop [203.0.113.8] = closed") != std::string::npos);
  CHECK(both.find("not seen: What one of the files was to show: it holds no address.\n") != std::string::npos);
  CHECK(both.find("unknown") == std::string::npos);
  CHECK(
      World{}.import("nmap", {{"a", scan(host(rest_closed))}, {"b", scan(second, all_ports, success, "1795200000")}}) ==
      R"(b:3:1: error: this file is of 2026-11-20, and one that is imported with it of 2026-11-21 [bad-date]
   3 | <nmaprun scanner="nmap" args="nmap" start="1795200000" version="7.93" xmloutputversion="1.05"><scani…
       ^
       hint: import files of different days one after another
)");
}

TEST_CASE("a document type is neither fetched nor expanded") {
  auto text = scan(host(open("3389", "&x;") + std::string{rest_closed}));
  const std::string type = "<!DOCTYPE nmaprun>";
  text.replace(
      text.find(type), type.size(),
      R"(<!DOCTYPE nmaprun SYSTEM "file:///etc/passwd" [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;">]>)");
  CHECK(said(text).starts_with("exposure.remote_desktop = open, export, where: open: 3389 (&x;)\n"));
}

TEST_CASE("what nmap does not write as XML is refused") {
  const std::string how =
      "       hint: run `nmap -Pn -p- -sV -oX scan.xml ADDRESS` from outside, and import scan.xml\n";
  CHECK(World{}.import("nmap", "") == "file: error: there is nothing in this file [empty-file]\n");
  CHECK(World{}.import("nmap", "Host: 203.0.113.7 ()\tPorts: 3389/closed/tcp//ms-wbt-server///\n") ==
        "file: error: this is not the XML of nmap [unknown-format]\n" + how);
  CHECK(World{}.import("nmap", R"(<nmaprun scanner="masscan" start="1"/>)") ==
        R"(file:1:1: error: this is not the XML of nmap [unknown-format]
   1 | <nmaprun scanner="masscan" start="1"/>
       ^
)" + how);
  const auto whole = scan(host(rest_closed));
  CHECK(World{}.import("nmap", whole.substr(0, whole.size() - 12)).find("[bad-xml]") != std::string::npos);
  CHECK(World{}.import("nmap", scan(host(rest_closed), all_ports, success, "soon")).find("[no-date]") !=
        std::string::npos);
}

TEST_CASE("names of services act on nobody") {
  CHECK(said(scan(host(open("8443", "http", "&#8238;[31m&lt;script&gt;=1+1" + std::string(10'000, 'x')) +
                       std::string{rest_closed})))
            .find("exposure.admin_pages = open, export, where: open: 8443 (\\u{202E}[31m<script>=1+1" +
                  std::string(16, 'x') + "…)\n") != std::string::npos);
}
