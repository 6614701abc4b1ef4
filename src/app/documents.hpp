#pragma once

#include <cstdint>
#include <string>

#include "app/session.hpp"
#include "candor/model/inventory.hpp"

/// The documents that proof and signed declines name.
namespace candor::app {

/// Each must exist inside the folder and, where a SHA-256 is written, have it; where none is
/// written, it is filled in, so that the assessment says what it rests on.
void check_documents(Inventory& inventory, const std::string& folder, Session& session);

/// Warns, once, that the documents of a client without a folder were not looked at.
void name_unchecked_documents(const Inventory& inventory, std::uint32_t file, Session& session);

}  // namespace candor::app
