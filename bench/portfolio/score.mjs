#!/usr/bin/env node
// score.mjs STANDARD DAY PATH...: judges clients as candor does, in JavaScript.
//
// STANDARD is what standard.py wrote, DAY the day it is judged, a PATH a client's folder, a folder of such folders or a
// stream (.ndjson). One line a client: id, verdict, proved, claimed, at_best and a letter a control. js-yaml is found
// through NODE_PATH.
import fs from "node:fs";
import path from "node:path";
import readline from "node:readline";
import { createRequire } from "node:module";

const WHOLE = 1_000_000;
const KINDS = ["told", "seen", "document", "export", "test"];
const MINUTES = { minute: 1, hour: 60, day: 1440, week: 10080, month: 43200, year: 518400 };
const NEVER = Infinity;
const DETAILS = new Set(["part", "date", "by", "told_by", "run_by", "note"]);
const TESTS = ["is", "one_of", "at_least", "at_most", "within", "seen_within", "not_passed", "given", "every", "fixed", "all"];
const HOLDS = [WHOLE, WHOLE, 0]; // low, high, proved
const FAILS = [0, 0, 0];
const UNCLEAR = [0, WHOLE, 0];

const isMapping = (node) => typeof node === "object" && node !== null && !Array.isArray(node);
const worst = (intervals) => intervals.reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.min(a[2], b[2])]);
const best = (intervals) => intervals.reduce((a, b) => [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.max(a[2], b[2])]);

function minutes(written) {
  if (written === "never") return NEVER;
  if (written === "same day") return 0;
  const [amount, unit] = written.split(" ");
  return Number(amount) * MINUTES[unit.replace(/s$/, "")];
}

// The last day on which something of that day is within the span; months clamp to the month's end. Days are written as
// 2026-11-21, so that they compare as texts.
const lastDays = new Map();
function lastDay(start, span) {
  const key = start + span;
  if (!lastDays.has(key)) lastDays.set(key, addSpan(start, span));
  return lastDays.get(key);
}

function addSpan(start, span) {
  const [year, month, day] = start.split("-").map(Number);
  const [amount, unit] = span.split(" ");
  const isMonths = /^(month|year)/.test(unit);
  if (!isMonths) return new Date(Date.UTC(year, month - 1, day + Math.floor(minutes(span) / 1440))).toISOString().slice(0, 10);
  const later = month - 1 + Number(amount) * (unit.startsWith("year") ? 12 : 1);
  const length = new Date(Date.UTC(year, later + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, later, Math.min(day, length))).toISOString().slice(0, 10);
}

// Numbers, and last whether it is a release.
function version(written) {
  const numbers = written.match(/^[\d.]+/)[0].split(".").map(Number);
  while (numbers.length < 4) numbers.push(0);
  return [...numbers, written.includes("-") ? 0 : 1];
}

function isAtLeast(version, other) {
  const place = version.findIndex((number, i) => number !== other[i]);
  return place === -1 || version[place] > other[place];
}

// ---- reading

// A value of that type of fact; also of a field of a record, and of what a condition wants. Unknown is null.
function readValue(fact, node) {
  if (node === "unknown") return null;
  if (fact.type === "records") {
    if (node === "none") return [];
    return node.map((item) => Object.fromEntries(
      Object.entries(fact.fields).map(([name, field]) => [name, readValue(field, item[name] ?? field.default ?? "unknown")])));
  }
  if (fact.type === "event") {
    if (node === "never") return { date: null };
    if (!isMapping(node)) return { date: String(node) };
    if (node.date === "unknown") return null;
    const known = (value) => (value === undefined || value === "unknown" ? undefined : String(value));
    return { date: node.date, worked: known(node.worked), scope: known(node.scope) && fact.scopes.indexOf(node.scope) };
  }
  const said = String(node);
  switch (fact.type) {
    case "coverage": {
      const counted = said.match(/^(\d+) of (\d+)(?: \((\d+) unknown\))?$/);
      return counted ? { has: Number(counted[1]), of: Number(counted[2]), unknown: Number(counted[3] ?? 0) } : said;
    }
    case "number": return Number(said);
    case "duration": return minutes(said);
    case "choice": return fact.choices.indexOf(said);
    case "version": return version(said);
    case "text": return said === "nobody" || said === "none" ? "" : said;
    default: return said;
  }
}

// What is said of each fact and part, and what else counts. A statement is {value, kind, date}.
class Client {
  said = {}; // fact -> Map of part -> statements; the whole is the part without a name
  listed = new Set(); // facts of which the inventory lists the parts

  constructor(inventory, facts) {
    this.id = inventory.client.id;
    this.facts = facts;
    this.counts = inventory.counts ?? {};
    this.notApplicable = inventory.not_applicable ?? [];
    for (const [area, node] of Object.entries(inventory.facts)) this.readArea(area, node, inventory.assessed.date);
    for (const proof of inventory.proof ?? []) this.readProof(proof);
  }

  add(fact, part, statement) {
    const parts = (this.said[fact] ??= new Map());
    if (!parts.has(part)) parts.set(part, []);
    parts.get(part).push(statement);
  }

  tell(fact, part, node, when) {
    const isDetailed = isMapping(node) && "is" in node;
    const value = readValue(this.facts[fact], isDetailed ? node.is : node);
    this.add(fact, part, { value, kind: 0, date: (isDetailed && node.date) || when });
    if (part) this.listed.add(fact);
  }

  readArea(area, node, when) {
    if (Array.isArray(node)) { // parts that each tell several facts; what one tells, all are asked
      const names = new Set(node.flatMap((part) => Object.keys(part)).filter((key) => !DETAILS.has(key)));
      for (const part of node)
        for (const name of names) this.tell(`${area}.${name}`, String(part.part), part[name] ?? "unknown", part.date ?? when);
      return;
    }
    for (const [name, value] of Object.entries(node)) {
      if (DETAILS.has(name)) continue;
      const fact = `${area}.${name}`;
      if (Array.isArray(value) && value.some((item) => "part" in item))
        for (const part of value) this.tell(fact, String(part.part), part.is ?? "unknown", part.date ?? node.date ?? when);
      else this.tell(fact, "", value, node.date ?? when);
    }
  }

  readProof(proof) {
    let shown = Object.entries(proof.shows);
    if (!Array.isArray(proof.for))
      shown = proof.for in this.facts ? [[proof.for, proof.shows]] : shown.map(([name, value]) => [`${proof.for}.${name}`, value]);
    for (const [fact, value] of shown)
      this.add(fact, String(proof.part ?? ""),
        { value: readValue(this.facts[fact], value), kind: KINDS.indexOf(proof.kind), date: proof.date });
  }
}

// A statement is replaced by one at least as strong and as new; unknown counts where nothing else is said.
function standing(said) {
  const known = said.filter((one) => one.value !== null);
  if (known.length === 0) return said;
  return known.filter((one) => !known.some((other) => other.kind >= one.kind && other.date >= one.date &&
    (other.kind > one.kind || other.date > one.date)));
}

// ---- judging

// A condition with its test named and what it wants as a value.
function readCondition(node, facts, fields) {
  for (const group of ["any", "all"])
    if (Array.isArray(node[group]))
      return { test: group + "_of", children: node[group].map((child) => readCondition(child, facts, fields)) };
  const subject = fields ? fields[node.field] : facts[node.fact];
  const test = TESTS.find((key) => key in node);
  let wanted = node[test];
  if (test === "every") wanted = wanted.map((child) => readCondition(child, facts, subject.fields));
  else if (["is", "at_least", "at_most"].includes(test)) wanted = readValue(subject, wanted);
  else if (["one_of", "fixed"].includes(test)) wanted = wanted.map((one) => readValue(subject, one));
  const scope = node.scope === undefined ? undefined : subject.scopes.indexOf(node.scope);
  return { test, wanted, fact: node.fact, field: node.field, scope };
}

// How far one value goes. Of coverages only those are judged here that say no numbers.
function judge(condition, fact, value, saidOn, today) {
  const { test, wanted } = condition;
  if (value === null) return UNCLEAR;
  if (test === "every")
    return value.reduce((all, record) => worst([all, ...wanted.map((child) => judgeRecord(child, record, today))]), HOLDS);
  if (test === "all") return { all: HOLDS, none: FAILS, "not all": [0, WHOLE - 1, 0] }[value];
  if (fact.type === "event") {
    const least = condition.scope;
    if (value.date === null || lastDay(value.date, wanted) < today || value.worked === "no" || value.scope < least) return FAILS;
    const isUntold = (least !== undefined && value.scope === undefined) || (fact.asks_worked && value.worked === undefined);
    return isUntold ? UNCLEAR : HOLDS;
  }
  if (value === "never") return FAILS;
  return isGood(test, wanted, value, saidOn, today) ? HOLDS : FAILS;
}

function isGood(test, wanted, value, saidOn, today) {
  switch (test) {
    case "is": return value === wanted;
    case "one_of": return wanted.includes(value);
    case "given": return value !== "";
    case "at_least": return value !== NEVER && value >= wanted;
    case "at_most": return value <= wanted;
    case "within": return lastDay(value, wanted) >= today;
    case "not_passed": return value >= today;
    case "seen_within": return value <= saidOn && saidOn <= lastDay(value, wanted);
    case "fixed": {
      if (wanted.every((line) => isAtLeast(value, line))) return true;
      return wanted.some((line) => value[0] === line[0] && value[1] === line[1] && isAtLeast(value, line));
    }
  }
}

function judgeRecord(condition, record, today) {
  if (condition.test === "any_of") return best(condition.children.map((child) => judgeRecord(child, record, today)));
  if (condition.test === "all_of") return worst(condition.children.map((child) => judgeRecord(child, record, today)));
  return judge(condition, { type: "field" }, record[condition.field], null, today);
}

// What the parts lack, the whole lacks too, and a head that a part does not prove the whole does not prove alone.
function together(allThereAre, ofAll, inParts, ofParts) {
  const size = Math.max(allThereAre, inParts);
  const least = (whole, part) => Math.min(whole, size - inParts + part);
  const high = least(ofAll[1] + size - allThereAre, ofParts[1]);
  const low = Math.min(least(ofAll[0], ofParts[0]), high);
  return [low, high, Math.min(least(ofAll[2], ofParts[2]), low)];
}

class Control {
  constructor(node, facts) {
    Object.assign(this, node);
    this.kind = KINDS.indexOf(node.proof.kind);
    this.floor = node.floor.map((condition) => readCondition(condition, facts));
  }

  isAged(statement, today) { return lastDay(statement.date, this.fresh) < today; }

  isProof(statement, today) {
    return statement.kind >= this.kind && !this.isAged(statement, today) && lastDay(statement.date, this.proof.within) >= today;
  }

  // The worst of what stands on one part.
  checkPart(condition, fact, said, today) {
    const stands = standing(said);
    let [low, high] = HOLDS;
    for (const one of stands) {
      const result = judge(condition, fact, one.value, one.date, today);
      low = Math.min(low, this.isAged(one, today) ? 0 : result[0]);
      high = Math.min(high, result[1]);
    }
    const proofs = stands.filter((one) => one.value !== null && this.isProof(one, today));
    let isProved = proofs.length > 0;
    if (isProved && fact.type === "records") { // a proof proves only the records that it shows
      const shown = new Set(proofs.flatMap((proof) => proof.value.map((record) => JSON.stringify(record))));
      isProved = stands.every((one) => one.value.every((record) => shown.has(JSON.stringify(record))));
    }
    return [low, high, isProved ? low : 0];
  }

  // Tellings of one day are one event: one may say what another leaves open, and a failure counts.
  latestEvent(condition, fact, tellings, counts, today) {
    const known = tellings.filter((one) => one.value !== null);
    const dated = known.filter((one) => one.value.date !== null);
    if (dated.length === 0) return known.length > 0 ? FAILS : UNCLEAR;
    const least = condition.scope;
    // A smaller event says nothing about the one asked for, unless it failed or there is no other.
    const bearing = dated.filter(({ value }) => least === undefined || value.scope === undefined || value.scope >= least || value.worked === "no");
    const asked = bearing.length > 0 ? bearing : dated;
    const latest = asked.reduce((day, one) => (one.value.date > day ? one.value.date : day), "");
    let [low, high] = UNCLEAR;
    for (const one of asked.filter((telling) => telling.value.date === latest)) {
      const result = judge(condition, fact, one.value, one.date, today);
      low = Math.max(low, counts(one) ? result[0] : 0);
      high = Math.min(high, result[1]);
    }
    return [Math.min(low, high), high, 0];
  }

  checkEvent(condition, fact, said, today) {
    const [low, high] = this.latestEvent(condition, fact, said, (one) => !this.isAged(one, today), today);
    const strong = said.filter((one) => one.kind >= this.kind);
    const shown = strong.length > 0 ? this.latestEvent(condition, fact, strong, (one) => this.isProof(one, today), today) : FAILS;
    return [low, high, Math.min(low, shown[0])];
  }

  // One part of a coverage in heads: how many surely have it, how many may, how many are proved.
  countHeads(said, size, today) {
    let [low, high, proved] = [size, size, 0];
    for (const one of standing(said)) {
      const { value } = one;
      const [has, most] = value === null ? [0, size] : value === "all" ? [size, size] : value === "none" ? [0, 0]
        : value === "not all" ? [0, size - 1] : [value.has, value.has + value.unknown + size - value.of];
      low = Math.min(low, this.isAged(one, today) ? 0 : has);
      high = Math.min(high, most);
      if (this.isProof(one, today)) proved = Math.max(proved, has);
    }
    return [low, high, Math.min(proved, low)];
  }

  // Parts add up; one without a size leaves the floor at nothing.
  checkCoverage(condition, fact, client, parts, today) {
    const numbers = (fact.of ?? []).map((key) => client.counts[key] ?? "unknown");
    const thereAre = numbers.includes("unknown") ? 0 : numbers.reduce((sum, number) => sum + Number(number), 0);
    let [size, heads, whole] = [0, [0, 0, 0], null];
    const results = [];
    for (const [part, said] of parts) {
      const counted = said.reduce((most, one) => Math.max(most, one.value?.of ?? 0), part === "" ? thereAre : 0);
      if (counted === 0) {
        results.push(this.checkPart(condition, fact, said, today));
      } else if (part === "") {
        whole = { size: counted, heads: this.countHeads(said, counted, today) };
      } else {
        size += counted;
        heads = this.countHeads(said, counted, today).map((count, i) => count + heads[i]);
      }
    }
    if (size === 0 && whole) {
      ({ size, heads } = whole);
    } else if (whole) {
      heads = together(whole.size, whole.heads, size, heads);
      size = Math.max(size, whole.size);
    } else if (size > 0) { // heads that no part holds are heads nobody looked at
      heads[1] += Math.max(0, thereAre - size);
      size = Math.max(size, thereAre);
    }
    if (size > 0) results.push(heads.map((count) => Math.floor((count * WHOLE) / size)));
    return worst(results);
  }

  check(condition, client, today) {
    if (condition.test === "any_of") return best(condition.children.map((child) => this.check(child, client, today)));
    if (condition.test === "all_of") return worst(condition.children.map((child) => this.check(child, client, today)));
    const fact = client.facts[condition.fact];
    const parts = client.said[condition.fact];
    if (!parts) return UNCLEAR;
    let result;
    if (fact.type === "coverage") result = this.checkCoverage(condition, fact, client, parts, today);
    else if (fact.type === "event") result = worst([...parts.values()].map((said) => this.checkEvent(condition, fact, said, today)));
    else result = worst([...parts.values()].map((said) => this.checkPart(condition, fact, said, today)));
    const isWholeKnown = client.listed.has(condition.fact) || parts.get("")?.some((one) => one.value !== null);
    return isWholeKnown || (parts.size === 1 && parts.has("")) ? result : [0, result[1], 0];
  }

  isSpokenOf(conditions, client) {
    return conditions.some((one) => (one.children ? this.isSpokenOf(one.children, client) : one.fact in client.said));
  }

  isLeftOut(client, today) {
    return !this.always && !this.isSpokenOf(this.floor, client) && client.notApplicable.some(
      (entry) => entry.control === this.id && entry.date <= today && today <= lastDay(entry.date, "12 months"));
  }
}

function letter([low, high, proved]) {
  if (low === WHOLE) return proved === WHOLE ? "M" : "m";
  return high === WHOLE ? "u" : high === 0 ? "x" : "p";
}

function shown(points, weight) {
  const rounded = Math.floor((points * 200 + weight * WHOLE) / (weight * WHOLE * 2));
  return rounded === 100 && points !== weight * WHOLE ? 99 : rounded;
}

function score(client, controls, today) {
  let [weight, letters, sums] = [0, "", [0, 0, 0]];
  const gates = [];
  for (const control of controls) {
    if (control.isLeftOut(client, today)) {
      letters += "-";
      continue;
    }
    const result = worst(control.floor.map((condition) => control.check(condition, client, today)));
    letters += letter(result);
    weight += control.weight;
    sums = sums.map((sum, i) => sum + control.weight * result[i]);
    if (control.minimum) gates.push(result);
  }
  const isMet = gates.length > 0 && gates.every(([, , proved]) => proved === WHOLE);
  const verdict = gates.some(([, high]) => high < WHOLE) ? "below" : isMet ? "meets" : "cannot_tell";
  const [claimed, atBest, proved] = sums.map((sum) => shown(sum, weight));
  return [client.id, verdict, proved, claimed, atBest, letters].join("\t");
}

async function* inventories(where) {
  if (where.endsWith(".ndjson")) {
    for await (const line of readline.createInterface({ input: fs.createReadStream(where) })) yield JSON.parse(line);
    return;
  }
  const yaml = createRequire(import.meta.url)("js-yaml");
  const own = path.join(where, "inventory.yaml");
  const files = fs.existsSync(own) ? [own] : fs.readdirSync(where).sort().map((name) => path.join(where, name, "inventory.yaml"));
  for (const file of files) yield yaml.load(fs.readFileSync(file, "utf8"));
}

const [standardFile, today, ...paths] = process.argv.slice(2);
if (paths.length > 0) {
  const { facts, controls: nodes } = JSON.parse(fs.readFileSync(standardFile, "utf8"));
  const controls = nodes.map((node) => new Control(node, facts));
  for (const where of paths)
    for await (const inventory of inventories(where)) process.stdout.write(score(new Client(inventory, facts), controls, today) + "\n");
}
