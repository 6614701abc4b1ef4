#pragma once

#include "candor/model/catalog.hpp"
#include "candor/model/profile.hpp"
#include "candor/model/value.hpp"
#include "candor/redact/redact.hpp"

/// What statements say, without names.
namespace candor {

/// A part, a computer, a place: `Part 2`, or `Host 1` for what is written as computers are.
[[nodiscard]] std::string stand_in_for_thing(std::string_view name, StandIns& stand_ins);

/// `Person 1` as a key or an id has it: `person-1`.
[[nodiscard]] std::string slug(std::string_view name);

/// Of a program: it stays where it can be nothing else.
void redact_version(std::string& version);

void redact(Value& value, const Fact& fact, StandIns& stand_ins);

/// The texts that a profile asks for by name, as in `one_of`: to replace one would change how it is judged.
void keep_what_is_asked_for(const Profile& profile, StandIns& stand_ins);

}  // namespace candor
