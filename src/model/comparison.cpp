#include "candor/model/comparison.hpp"

#include <cstdlib>

namespace candor {

Points ControlChange::total() const {
  Points sum;
  for (const Points& moved : points) {
    sum.proved += moved.proved;
    sum.claimed += moved.claimed;
    sum.at_best += moved.at_best;
  }
  return sum;
}

Points points_of(const Score& score) { return {score.proved, score.claimed, score.at_best}; }

std::string_view name(Cause cause) {
  switch (cause) {
    case Cause::Program: return "program";
    case Cause::Time: return "time";
    case Cause::Standard: return "standard";
    case Cause::Evidence: return "evidence";
    case Cause::Client: return "client";
    case Cause::Knowledge: return "knowledge";
  }
  std::abort();  // a value that is no enumerator
}

std::string_view name(News::What what) {
  switch (what) {
    case News::What::Aged: return "aged";
    case News::What::Begun: return "begun";
    case News::What::Contradicted: return "contradicted";
    case News::What::Came: return "came";
    case News::What::Went: return "went";
    case News::What::Changed: return "changed";
  }
  std::abort();  // a value that is no enumerator
}

}  // namespace candor
