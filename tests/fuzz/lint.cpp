// Any text, held to the goals for plain words; as YAML too, where the first byte says so.
#include <algorithm>

#include "candor/lint/lint.hpp"
#include "candor/render/render.hpp"
#include "fuzz/flow.hpp"
#include "fuzz/laws.hpp"

namespace {

using namespace candor;

lint::Result check(fuzz::Input& input, char kind, const lint::Jargon& jargon) {
  if (kind != 'c' && kind != 'p') return lint::check_text(input.sources, input.file, jargon, input.diagnostics);
  const auto tree = yaml::parse(input.sources, input.file, input.diagnostics);
  if (!tree) return {};
  if (kind == 'c') return lint::check_catalog(input.sources, *tree, jargon, input.diagnostics);
  const auto& standard = fuzz::standard();
  const auto profile = read_profile(*tree, standard.catalog, &standard.profile, input.diagnostics);
  if (input.diagnostics.has_errors()) return {};
  return lint::check_profile(input.sources, *tree, profile, jargon, input.diagnostics);
}

const lint::Jargon& built_in() {
  static const auto* const made = [] {
    Sources sources;
    Diagnostics diagnostics{sources};
    std::vector<lint::Term> terms;
    lint::read_jargon(sources, sources.add("jargon.tsv", std::string{lint::builtin_jargon()}), terms, diagnostics);
    return new lint::Jargon{std::move(terms)};
  }();
  return *made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static const auto& jargon = built_in();
  fuzz::Input input{"text", fuzz::view(data + 1, size - 1)};
  const auto result = check(input, static_cast<char>(data[0]), jargon);
  if (!input.is_refused("a text"))
    for (const auto& renderer : renderers())
      fuzz::check_harmless(renderer.render(lint::describe(result), {}), "a table of goals");
  return 0;
}
