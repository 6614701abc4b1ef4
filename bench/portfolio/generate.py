#!/usr/bin/env python3
"""generate.py COUNT TARGET: makes inventories of clients, as technicians write them.

TARGET is a folder, which gets c000001/inventory.yaml and so on, or a file whose name ends in .ndjson, which gets the same
inventories as JSON, one a line, each value as the text that YAML has. The same number gives the same client, whatever
COUNT is. They are told against the default standard: all of its controls, all types of facts, in all states from a firm
that meets it to one that answered nothing; judge them on 2026-11-21. What is not in them: documents (nothing lies on the
disk beside an inventory), exports of tools, and a proof with heads not looked at that another statement knows.
"""
import json
import pathlib
import re
import sys
from datetime import date, timedelta

TODAY = date(2026, 11, 21)
PLACES = ["Harbour", "Northgate", "Copperbeech", "Quayside", "Pennine", "Brightwater", "Hollin Bank", "Harrow Lane", "Millrace", "Oakfield",
          "Station Road", "Westmoor", "Kingfisher", "St Brendan's", "Two Rivers", "Castle Hill", "Fernlea", "Moorside", "Old Bakery", "Greenway"]
TRADES = [("Dental", "dental"), ("Solicitors", "law"), ("Accountants", "accountancy"), ("Joinery", "joinery"), ("Garden Centre", "retail"),
          ("Lettings", "property"), ("Veterinary Surgery", "veterinary"), ("Haulage", "transport"), ("Physiotherapy", "health"),
          ("Engineering", "manufacturing"), ("Architects", "architecture"), ("Care Home", "care")]
PROVIDERS = ["Northgate IT", "Tyne PC Services", "Westmoor Systems", "Dales Computing", "Harbour Networks"]
PEOPLE = ["M. Byrne", "D. Keane", "J. Marsh", "A. Obi", "P. Dunn", "S. Mears", "G. Tolland", "E. Hartley", "R. Singh", "K. Novak", "L. Faure",
          "T. Okafor", "H. Lindqvist", "C. Moreau", "B. Whelan", "N. Petrou"]
COUNTRIES = [("GB", "GBP"), ("IE", "EUR"), ("GB", "GBP"), ("US", "USD"), ("NL", "EUR")]
SERVICES = ["Accounts and payroll", "Bank", "Online booking", "Case files", "Web shop", "Supplier portal", "Document store"]
DEVICES = ["Server", "Router", "Phone system", "Imaging PC", "Scanner PC", "Network controller", "Storage box", "Till back office", "Camera recorder"]
PROGRAMS = ["Practice software", "Phone system", "Network controller", "Stock system", "Document scanner", "Camera recorder"]
LOOKED = ["Entra sign-in methods and the rule for all users", "our update console and a walk", "user lists with the manager signed in",
          "walked every room and looked at each screen", "firewall rules and the list of users", "our console, held against the payroll list",
          "settings page with the owner beside me", "backup console and the lock on the store", "looked up the domain and a test mail"]
NOTES = ["as seen on the first day", "the manager was not sure and will look it up", "nobody had written it down before",
         "so says the list that the last provider left", "asked twice; the answer was different last year",
         "the last two who started were looked at, and the list of those who left in the summer"]
COMMENTS = ["so says the list the last provider left behind", "nobody keeps a record for the temporary people", "we set this on the day",
            "asked twice; the owner will look it up", "three of them are associates who bill the firm", "a disk goes home on Fridays",
            "held against the payroll list", "the old one in the corner is switched on once a month"]


class Dice:
    """A small generator of its own, so that no version of Python changes what it gives."""

    def __init__(self, seed):
        self.state = (seed * 0x9E3779B97F4A7C15 + 0x2545F4914F6CDD1D) & 0xFFFFFFFFFFFFFFFF
        self.below(2), self.below(2)

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return (self.state >> 33) % limit

    def between(self, least, most):
        return least + self.below(most - least + 1)

    def one_of(self, items):
        return items[self.below(len(items))]

    def some_of(self, items, count):
        left = list(items)
        return [left.pop(self.below(len(left))) for _ in range(min(count, len(left)))]

    def is_hit(self, percent):
        return self.below(1000) < percent * 10


# How often in 1,000 an answer is good and how often it falls short, of gates and of other facts; how often it is proved.
TEMPERS = {"strong": {"gate": (990, 0), "other": (850, 90), "proof": 992}, "fair": {"gate": (955, 8), "other": (700, 180), "proof": 800},
           "weak": {"gate": (640, 240), "other": (480, 320), "proof": 420}}
GATES = {"mfa", "patch", "software", "log4j", "kev", "exposure", "backup"}


class Maker:
    """One client."""

    def __init__(self, number):
        self.dice = dice = Dice(number)
        self.number = number
        self.temper = TEMPERS[dice.one_of(["strong"] * 8 + ["fair"] * 6 + ["weak"] * 6)]
        age = dice.below(100)
        self.day = TODAY - timedelta(days=dice.between(1, 30) if age < 88 else dice.between(100, 200) if age < 95 else dice.between(370, 500))
        self.facts, self.proofs, self.parts = {}, [], {}
        self.people = dice.between(4, 60)
        self.computers = self.people + dice.between(1, 5)
        self.accounts = 0
        self.laptops = dice.between(1, max(1, self.people // 3))
        self.phones = dice.between(1, max(1, self.people // 2))
        self.us, self.owner, self.manager, self.technician, self.other = dice.some_of(PEOPLE, 5)
        self.provider = dice.one_of(PROVIDERS)

    # ---- answers

    def quality(self, area):
        good, short = self.temper["gate" if area in GATES else "other"]
        drawn = self.dice.below(1000)
        return "good" if drawn < good else "short" if drawn < good + short else "unknown"

    def pick(self, area, good, short):
        """A plain answer: one of the good ones, one of those that fall short, or unknown."""
        quality = self.quality(area)
        return "unknown" if quality == "unknown" else self.dice.one_of(good if quality == "good" else short)

    def count(self, area, heads, may_lack_size):
        """A coverage of so many heads."""
        dice, quality = self.dice, self.quality(area)
        if quality == "good":
            return "all" if may_lack_size and dice.is_hit(6) else f"{heads} of {heads}"
        has = dice.below(heads)
        if quality == "short":
            if may_lack_size and dice.is_hit(12):
                return dice.one_of(["none", "not all"])
            unknown = dice.between(1, heads - has - 1) if heads - has > 1 and dice.is_hit(30) else 0
        else:
            if dice.is_hit(30):
                return "unknown"
            unknown = heads - has
        return f"{has} of {heads} ({unknown} unknown)" if unknown else f"{has} of {heads}"

    def event(self, area, is_restore):
        dice, quality = self.dice, self.quality(area)
        done = self.day - timedelta(days=dice.between(5, 250))
        if quality == "unknown":
            if not is_restore or dice.is_hit(50):
                return "unknown"
            return {"date": str(done), **dice.one_of([{}, {"worked": "yes"}, {"scope": "whole_system"}, {"scope": "unknown", "worked": "yes"}])}
        event = {"date": str(done), "scope": "whole_system", "worked": "yes", "took": dice.one_of(["40 minutes", "2 hours", "3 hours", "1 day"])}
        if quality == "short":
            way = dice.below(4 if is_restore else 2)
            if way == 0:
                return "never"
            if way == 1:
                event["date"] = str(self.day - timedelta(days=dice.between(420, 900)))
            event.update({2: {"scope": dice.one_of(["one_file", "one_folder"])}, 3: {"worked": "no"}}.get(way, {}))
        return event if is_restore else event["date"] if dice.is_hit(80) else {"date": event["date"], "took": "2 hours"}

    def found_log4j(self, quality, places):
        dice = self.dice
        if quality == "unknown" and dice.is_hit(60):
            return "unknown"
        found = [{"where": place, "product": "log4j-core", "version": dice.one_of(["2.17.1", "2.17.2", "2.20.0", "2.25.4", "2.12.4", "2.3.2"])}
                 for place in dice.some_of(places, dice.between(0, 3))]
        if found and dice.is_hit(25):
            found[0] = {"where": found[0]["where"], "product": "log4j-api", "version": "2.14.1"}
        if found and dice.is_hit(25):
            del found[-1]["product"]  # what is not said is log4j-core
        if quality == "short":
            bad = dice.one_of([{"version": "2.14.1"}, {"version": "2.16.0", "done": "class_removed"}, {"version": "2.0-beta9"}, {"version": "2.17.1-rc1"},
                               {"product": "log4j-1", "version": "1.2.17"}])
            found.append({"where": dice.one_of(places), **bad, "run_by": "soft"} if dice.is_hit(50) else {"where": dice.one_of(places), **bad})
        elif quality == "unknown":
            found.append({"where": dice.one_of(places)})
        return found

    def found(self, area, good, short, unclear):
        quality = self.quality(area)
        if quality == "unknown":
            return "unknown" if self.dice.is_hit(60) else [unclear]
        return [short] if quality == "short" else [good] if self.dice.is_hit(35) else self.dice.one_of([[], "none"])

    # ---- who told it, and what proves it

    def told(self, value):
        """Now and then an answer has a day or a teller of its own."""
        if value == "unknown" or not self.dice.is_hit(7):
            return value
        said = {"is": value, "date": str(self.day - timedelta(days=self.dice.between(1, 3)))} if self.dice.is_hit(40) else {"is": value}
        return said | self.dice.one_of([{"told_by": "manager"}, {"note": self.dice.one_of(NOTES)}, {"told_by": "before"}])

    def prove(self, subject, shows, part="", kind="seen", exact=True, days_ago=0):
        """A proof entry. `exact`: it must be as new as what was told, as where heads are not known."""
        dice = self.dice
        if dice.below(1000) >= self.temper["proof"]:
            return
        when = self.day + timedelta(days=dice.below(2) - days_ago)
        if not exact and dice.below(1000) >= self.temper["gate"][0]:
            when -= timedelta(days=dice.one_of([3, 150, 440]))
        entry = {"for": subject, **({"part": part} if part else {}), "shows": shows, "kind": kind, "date": str(when),
                 "by": dice.one_of([self.technician, self.technician, self.other]), "where": dice.one_of(LOOKED)}
        if dice.is_hit(20):
            entry["note"] = dice.one_of(NOTES)
        self.proofs.append(entry)
        if dice.is_hit(3) and not exact:  # looked at twice
            self.proofs.append({**entry, "date": str(when - timedelta(days=dice.between(20, 60)))})

    def shown(self, value):
        """What a look showed: mostly what was told, now and then less, or more than was known."""
        dice = self.dice
        if value in ("yes", "no"):
            return {"yes": "no", "no": "yes"}[value] if self.temper is not TEMPERS["strong"] and dice.is_hit(4) else value
        counted = re.fullmatch(r"(\d+) of (\d+)(?: \(\d+ unknown\))?", value) if isinstance(value, str) else None
        if counted and "unknown" not in value and counted[1] != "0" and self.temper is not TEMPERS["strong"] and dice.is_hit(5):
            return f"{dice.below(int(counted[1]))} of {counted[2]}"
        if counted and counted[1] != counted[2] and dice.is_hit(12):
            return f"{dice.between(int(counted[1]) + 1, int(counted[2]))} of {counted[2]}"
        return value

    def coverage(self, address, parts, run_by=None, is_whole=True):
        """A coverage as a whole (one part without a name) or in parts, and its proof. `is_whole`: no head is left out."""
        area, name = address.split(".")
        told = self.facts.setdefault(area, {})
        if list(parts) == [""]:
            value = self.count(area, parts[""], True)
            told[name] = self.told(value)
            if value != "unknown":
                self.prove(address, self.shown(value) if is_whole else value, exact="unknown" in value)
            return
        told[name] = []
        self.parts[address] = list(parts)
        for part, heads in parts.items():
            value = self.count(area, heads, False)
            item = {"part": part, "is": value}
            if value == "unknown" and self.dice.is_hit(50):
                del item["is"]
            if run_by and part == run_by[0]:
                item["run_by"] = run_by[1]
            if self.dice.is_hit(5):
                item["date"] = str(self.day - timedelta(days=1))
            told[name].append(item)
            if value != "unknown":
                self.prove(address, self.shown(value), part, exact="unknown" in value)
        if self.dice.is_hit(6):  # a look at all of it, beside the parts
            heads = sum(parts.values())
            self.prove(address, f"{heads - self.dice.below(2)} of {heads}")

    def area(self, area, values, kind="seen", apart=(), part="", may_be_old=True):
        """Several plain facts of one area with one proof of what is known of them."""
        told = self.facts.setdefault(area, {})
        for name, value in values.items():
            told[name] = self.told(value)
        shows = {name: self.shown(value) for name, value in values.items() if value != "unknown" and name not in apart}
        if len(shows) == 1:
            (name, value), = shows.items()
            self.prove(f"{area}.{name}", value, part, kind, exact=not may_be_old)
        elif shows:
            self.prove(area, shows, part, kind, exact=not may_be_old)

    # ---- the areas

    def tell_access(self):
        dice = self.dice
        mail = dice.one_of(["Microsoft 365", "Microsoft 365", "Google Workspace"])
        services = dict.fromkeys([mail, *dice.some_of(SERVICES, dice.between(1, 3))], 0)
        for name in services:
            services[name] = self.people + dice.between(0, 6) if name == mail else dice.between(1, 4)
        self.accounts = sum(services.values())
        self.coverage("mfa.cloud_accounts", services, (list(services)[-1], "soft") if dice.is_hit(40) else None)
        tool = {"Our remote tool": dice.between(1, 4), "Software supplier's tool": dice.between(1, 2), "Office tunnel": dice.between(1, self.people)}
        self.coverage("mfa.remote_access", tool if dice.is_hit(50) else {"": dice.between(1, 12)}, ("Software supplier's tool", "soft"))
        self.coverage("mfa.admin_accounts", {"": dice.between(2, 6)})
        self.coverage("admin.own_account", {"": dice.between(1, 5)})
        self.area("access", {"leavers_closed": self.pick("access", ["same day", "1 day", "4 hours"], ["3 days", "2 weeks", "never"]),
                             "unused_45_days": self.pick("access", ["0"], ["1", "3", "6"]), "reviewed": self.event("access", False)}, apart=("reviewed",))
        self.coverage("access.leavers_checked", {"": dice.between(1, 5)})
        self.area("password", {"shortest": self.pick("password", ["12", "14", "16"], ["6", "8", "8", "10"]),
                               "common_blocked": self.pick("password", ["yes"], ["no"]), "shared_logins": self.pick("password", ["0"], ["1", "4"])})
        self.coverage("password.defaults_changed", {"": dice.between(3, 14)})

    def tell_devices(self):
        dice = self.dice
        devices = {"Computers": self.computers, **dict.fromkeys(dice.some_of(DEVICES, dice.between(1, 3)), 1)}
        self.coverage("patch.critical_in_time", devices if dice.is_hit(50) else {"": self.computers + dice.between(1, 4)})
        self.area("patch", {"not_seen_30_days": self.pick("other", ["0"], ["1", "2"]), "internet_facing_2_days": self.pick("other", ["yes"], ["no"])})
        self.coverage("software.looked_at", {"": self.computers})
        place = dice.one_of(DEVICES)
        self.area("software", {"unsupported": self.found(
            "software", {"where": place, "what": "Windows 7", "count": "1", "internet": "no"},
            {"where": place, "what": dice.one_of(["Windows 10", "Server 2012 R2", "Office 2016"]), "count": str(dice.between(1, 4)), "internet": "yes"},
            {"where": place, "what": "old drawing program", "internet": "unknown"})}, may_be_old=False)
        self.coverage("kev.looked_at", {"": self.computers})
        self.area("kev", {"open": self.found(
            "kev", {"where": place, "flaw": "CVE-2026-20127", "due": str(TODAY + timedelta(days=dice.between(0, 20)))},
            {"where": place, "flaw": "CVE-2023-3519", "due": "2023-08-09"}, {"where": place, "flaw": "CVE-2025-5777"})}, may_be_old=False)
        for address in ("endpoint.protected", "endpoint.watched", "firewall.on_computers"):
            left_out = 1 if dice.is_hit(10) else 0
            self.coverage(address, {"": self.computers - left_out}, is_whole=left_out == 0)
        sites = ["Main office", "Warehouse"] if dice.is_hit(20) else [""]
        answers = [self.pick("firewall", ["yes"], ["no"]) for _ in sites]
        firewall = self.facts["firewall"]
        firewall["inbound_closed"] = self.told(answers[0]) if sites == [""] else [{"part": p, "is": a} for p, a in zip(sites, answers)]
        for site, answer in zip(sites, answers):
            if answer != "unknown":
                self.prove("firewall.inbound_closed", answer, site)
            elif sites == [""] and dice.is_hit(30):
                self.prove("firewall.inbound_closed", "yes", "Main office")  # of the rest nobody said anything
        open_door = ["open"]
        self.area("exposure", {"remote_desktop": self.pick("exposure", ["closed", "second_check", "address_list"], open_door),
                               "admin_pages": self.pick("exposure", ["closed", "closed", "second_check", "address_list"], open_door)}, may_be_old=False)

    def tell_log4j(self):
        dice = self.dice
        programs = dice.some_of(PROGRAMS, dice.between(1, 4))
        if dice.is_hit(50):
            self.coverage("log4j.looked_at", {"": len(programs)})
            found = self.found_log4j(self.quality("log4j"), programs)
            if isinstance(found, list) and len(found) > 1 and dice.is_hit(12):  # one more has turned up since somebody looked
                self.facts["log4j"]["found"] = found
                self.prove("log4j.found", found[:-1], days_ago=3)
            else:
                self.area("log4j", {"found": found}, may_be_old=False)
            return
        self.facts["log4j"] = []
        for program in programs:
            part = {"part": program}
            if dice.is_hit(30):
                part["run_by"] = "soft"
            values = {"looked_at": self.count("log4j", 1, False), "found": self.found_log4j(self.quality("log4j"), [program])}
            if "unknown" in values.values() and dice.is_hit(50):
                values = {name: value for name, value in values.items() if value != "unknown"}
            self.facts["log4j"].append({**part, **values})
            shows = {name: value for name, value in values.items() if value != "unknown"}
            if len(shows) > 1:
                self.prove("log4j", shows, program)
        self.parts["log4j.found"] = programs

    def tell_backup(self):
        dice, sets = self.dice, ["Server", "Mail and files", "Practice data", "Till system"]
        self.facts["backup"] = []
        for name in dice.some_of(sets, dice.between(1, 3)):
            restored = self.event("backup", True)
            values = {"every": self.pick("backup", ["1 day", "1 hour", "1 week", "12 hours"], ["2 weeks", "1 month", "never"]),
                      "last_good": self.pick("backup", [str(self.day - timedelta(days=dice.below(6)))],
                                             [str(self.day - timedelta(days=dice.between(11, 90))), "never"]),
                      "away": self.pick("backup", ["other_account", "offline", "unchangeable"], ["none", "plugged_in_disk", "same_account"])}
            part = {"part": name, **({"run_by": "soft"} if dice.is_hit(20) else {})}
            if values["every"] == "unknown" and dice.is_hit(50):
                del values["every"]
            self.facts["backup"].append({**part, **values, "restored": restored})
            shows = {key: value for key, value in values.items() if value != "unknown"}
            if shows:
                self.prove("backup", shows, name)
            if isinstance(restored, dict) and dice.below(1000) < self.temper["proof"]:
                entry = {"for": "backup.restored", "part": name, "shows": restored, "kind": "test", "date": restored["date"], "by": self.technician,
                         "where": dice.one_of(["started it beside the old one and opened yesterday's last entry", "brought it back to a spare machine"])}
                if dice.is_hit(6):  # an older one stands beside it; what was told last may be of one file alone
                    older = {**restored, "date": str(date.fromisoformat(restored["date"]) - timedelta(days=120))}
                    entry = {**entry, "shows": older, "date": older["date"]}
                    if dice.is_hit(50):
                        restored["scope"] = "one_file"
                self.proofs.append(entry)
        self.parts["backup.restored"] = [part["part"] for part in self.facts["backup"]]

    def tell_people(self):
        yes, no, dice = ["yes"], ["no"], self.dice
        rehearsed = self.event("ir", False)
        self.area("ir", {**{name: self.pick("ir", yes, no) for name in ("written", "names", "reachable_offline")}, "rehearsed": rehearsed},
                  apart=("rehearsed",))
        if isinstance(rehearsed, str) and rehearsed[0] == "2":
            self.prove("ir.rehearsed", rehearsed, kind="test")
        self.coverage("training.trained", {"": self.people})
        self.area("training", {"before_first_login": self.pick("training", yes, no), "last": self.event("training", False),
                               "tested": self.event("training", False)}, may_be_old=False)
        phones = {"Laptops": self.laptops, "Company phones": self.phones}
        self.coverage("encryption.portable", phones if dice.is_hit(60) else {"": self.laptops + self.phones})
        self.area("logging", {"kept": self.pick("logging", ["6 months", "180 days", "1 year"], ["7 days", "30 days", "never"]),
                              "looked_at": self.pick("logging", ["provider", "service", "client"], ["nobody"])})
        self.area("inventory", {"reviewed": self.event("inventory", False)}, may_be_old=False)
        self.area("email", {"spf": self.pick("email", yes, no), "dkim": self.pick("email", yes, no),
                            "dmarc": self.pick("email", ["none", "quarantine", "reject"], ["missing"])})
        for name in ("blocked_from_internet", "autorun_off"):
            self.coverage(f"macros.{name}", {"": self.computers})
        self.area("owner", {"person": self.pick("owner", [self.owner], ["nobody"])})
        self.area("contract", {name: self.pick("contract", yes, no) for name in ("written", "roles", "incident_notice", "second_check")})
        for name in ("second_check", "own_names"):
            self.coverage(f"provider_access.{name}", {"": dice.between(2, 5)})
        self.area("provider_access", {"unused_removed": self.pick("provider_access", yes, no)})

    # ---- what is planned

    def leave_out(self):
        """Controls that are said not to apply: mostly with nothing told of them, now and then in vain or long ago."""
        dice, entries = self.dice, []
        for control, area, because in (("macros.autorun", "macros", "no office software that can run macros"),
                                       ("encryption.devices", "encryption", "no laptop and no phone with work mail"),
                                       ("provider.contract", "contract", "we look after our own systems"),
                                       ("email.auth", "email", "mail comes from the health service's own domain")):
            if not dice.is_hit(9):
                continue
            if not dice.is_hit(15):
                del self.facts[area]
                self.proofs = [entry for entry in self.proofs if not str(entry["for"]).startswith(area)]
                self.parts = {address: parts for address, parts in self.parts.items() if not address.startswith(area)}
            when = self.day - timedelta(days=400 if dice.is_hit(15) else 0)
            entries.append({"control": control, "because": because, "by": self.technician, "date": str(when)})
        return entries

    def leave_unanswered(self):
        """Areas that nobody asked about."""
        for area in ("admin", "logging", "inventory", "owner"):
            if area in self.facts and self.temper is not TEMPERS["strong"] and self.dice.is_hit(6):
                del self.facts[area]
                self.proofs = [entry for entry in self.proofs if not str(entry["for"]).startswith(area)]

    def plans(self):
        dice, day = self.dice, self.day
        later = [str(day + timedelta(days=days)) for days in (12, 30, 75)]
        questions = [{"for": "kev", "because": "not_looked", "who": "us", "by": later[0]},
                     {"for": ["training.trained", "endpoint.watched"], "because": "not_recorded", "ask": "manager", "who": "manager", "by": later[1]},
                     {"for": "log4j", "because": "no_answer", "ask": "soft", "asked": str(day), "who": "us", "by": later[0], "note": dice.one_of(NOTES)},
                     {"for": "backup", "part": self.parts["backup.restored"][0], "because": "no_access", "ask": "soft", "who": "us", "by": later[1]},
                     {"for": "mfa.admin_accounts", "because": "refused", "who": "us", "by": later[1]}]
        offers = [{"controls": ["backup.isolated", "backup.tested"], "what": "copy the server each night to a store nobody here can delete", "who": "us",
                   "by": later[1], "takes": "half a day", "once": str(dice.between(20, 60) * 10), "price": str(dice.between(40, 120) * 10), "per": "year"},
                  {"control": "training.staff", "what": f"train all {self.people} people for one hour", "who": "us", "by": later[2], "takes": "1 hour each"},
                  {"control": "endpoint.protection", "what": "put one protection with an alarm to us on every computer", "who": "us", "by": later[1],
                   "takes": "half a day", "price": str(dice.between(3, 9)), "per": "month"}]
        agreed = [{"control": "mfa.cloud", "what": "turn on the second check for the accounts without it", "who": "us", "by": later[1],
                   "takes": "10 minutes each", "price": "included"},
                  {"control": "exposure.admin", "what": "close the settings pages to the internet", "who": "us", "by": later[0], "takes": "20 minutes"},
                  {"control": "access.review", "what": "go through the list of who can open what", "who": "manager", "by": later[1], "takes": "2 hours"},
                  {"controls": ["ir.plan", "ir.exercise"], "what": "write a plan of two pages and play it through", "who": "us", "by": later[2], "once": "240"}]
        declined = [{"controls": ["mfa.remote"], "cause": "price", "offered": "second check for everyone outside", "price": "540", "per": "year",
                     "instead": "nothing"},
                    {"control": "software.supported", "cause": "both", "offered": "2 new computers", "once": "2400", "instead": "no internet on them"},
                    {"control": "logging", "cause": "awareness", "offered": "keep the records for a year", "price": "8", "per": "month"}]
        before = day - timedelta(days=dice.between(30, 340))
        return {"open": dice.some_of(questions, dice.between(1, 4)),
                "offered": [one | {"date": str(day)} for one in dice.some_of(offers, dice.between(1, 3))],
                "agreed": [one | {"date": str(day), "said_by": "owner"} for one in dice.some_of(agreed, dice.between(1, 3))],
                "declined": [one | {"date": str(before), "by": "owner", "explained_by": self.technician, "until": str(before + timedelta(days=360))}
                             for one in dice.some_of(declined, dice.below(3))]}

    def make(self):
        dice = self.dice
        place, (trade, sector), (country, currency) = dice.one_of(PLACES), dice.one_of(TRADES), dice.one_of(COUNTRIES)
        self.tell_access()
        self.tell_devices()
        self.tell_log4j()
        self.tell_backup()
        self.tell_people()
        self.leave_unanswered()
        outside = self.leave_out()
        plans = self.plans()
        phone = f"01{dice.between(200, 999)} 496 0{dice.between(100, 999)}"
        acts = [{"control": "patch.critical", "who": "soft"}, {"control": "access.leavers", "who": "manager"}, {"control": "email.auth", "who": "soft"}]
        inventory = {
            "candor": "1",
            "client": {"id": f"client-{self.number:06}", "name": f"{place} {trade}", "sector": sector, "country": country, "currency": currency,
                       "since": str(date(dice.between(2015, 2025), dice.between(1, 12), dice.between(1, 28)))},
            "parties": {"us": {"kind": "provider", "name": self.provider, "phone": phone},
                        "owner": {"kind": "client", "name": self.owner, "role": "owner", "phone": f"{phone[:-1]}2"},
                        "manager": {"kind": "client", "name": self.manager, "role": "office manager"},
                        "soft": {"kind": "third_party", "name": "the software supplier", "does": "runs the server and its nightly copy"},
                        "before": {"kind": "third_party", "name": "the last provider", "does": "looked after the computers until the summer"}},
            "assessed": {"date": str(self.day), "by": self.technician, "party": "us", "told_by": "manager"},
            "counts": {"people": str(self.people), "self_employed": str(dice.below(3)), "seasonal": str(dice.below(4)), "accounts": str(self.accounts),
                       "computers": str(self.computers) if dice.is_hit(95) else "unknown", "laptops": str(self.laptops), "phones_ours": str(self.phones),
                       "phones_own": "0" if dice.is_hit(90) else "unknown", "sites": "1", "from": "payroll list and a walk through every room",
                       "date": str(self.day)},
            "figures": {"day_of_downtime": {"is": str(dice.between(10, 90) * 100), "told_by": "owner", "date": str(self.day)},
                        "personal_records": str(dice.between(3, 200) * 100)},
            "facts": self.facts, "proof": self.proofs, **plans, "not_applicable": outside, "acts": dice.some_of(acts, dice.below(3)),
            "incident": {"decides": ["owner", "manager"], "calls": ["us", "soft"], "kept": "the office drawer"}}
        return {key: value for key, value in inventory.items() if value}


# ---- writing

PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._/()'&;-]*")


def flow(value):
    """On one line, as people write it; quoted only where YAML asks for it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return value if PLAIN.fullmatch(value) and not value.startswith("0") or value == "0" else json.dumps(value)


def yaml_text(number, inventory):
    dice = Dice(number + 1_000_000_007)
    lines = [f"# {inventory['client']['name']}, audit of {inventory['assessed']['date']}. Walked every room; the rest is as it was told."]

    def add(line):
        lines.append(f"{line}      # {dice.one_of(COMMENTS)}" if len(line) < 110 and dice.is_hit(12) else line)

    for key, value in inventory.items():
        if key in ("proof", "facts", "open", "parties"):
            lines.append("")
        if isinstance(value, list):
            lines.append(f"{key}:")
            for item in value:
                add(f"  - {flow(item)}")
        elif key == "parties":
            lines.append(f"{key}:")
            lines.extend(f"  {name}: {flow(party)}" for name, party in value.items())
        elif key == "facts":
            lines.append(f"{key}:")
            for area, told in value.items():
                if isinstance(told, dict) and not any(isinstance(one, list) and one for one in told.values()):
                    add(f"  {area}: {flow(told)}")
                    continue
                lines.append(f"  {area}:")
                for name, one in told.items() if isinstance(told, dict) else ():
                    if isinstance(one, list) and one and "part" in one[0]:
                        lines.append(f"    {name}:")
                        for part in one:
                            add(f"      - {flow(part)}")
                    else:
                        add(f"    {name}: {flow(one)}")
                for part in told if isinstance(told, list) else ():
                    add(f"    - {flow(part)}")
        else:
            lines.append(f"{key}: {flow(value)}")
    return "\n".join(lines) + "\n"


def main():
    count, target = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    size = 0
    if target.suffix == ".ndjson":
        with open(target, "w", encoding="utf-8") as stream:
            for number in range(1, count + 1):
                size += stream.write(json.dumps(Maker(number).make(), separators=(",", ":")) + "\n")
    else:
        for number in range(1, count + 1):
            folder = target / f"c{number:06}"
            folder.mkdir(parents=True)
            size += (folder / "inventory.yaml").write_text(yaml_text(number, Maker(number).make()), encoding="utf-8")
    print(f"{count} clients, {size / max(count, 1):.0f} bytes each")


if __name__ == "__main__":
    main()
