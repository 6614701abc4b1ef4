#include <array>

#include "candor/export/export.hpp"
#include "export/exporters.hpp"

namespace candor {

namespace {

// One row a format. The order here is the order in --help and the manual.
constexpr std::array table{
    Exporter{"json", "for scripts", export_json},
};

}  // namespace

std::span<const Exporter> exporters() { return table; }

}  // namespace candor
