#include "export/numbers.hpp"

namespace candor {

Json json_of(const Interval& interval) {
  return object({{"low", interval.low}, {"high", interval.high}, {"proved", interval.proved}});
}

Json json_of(const Score& score) {
  if (score.weight == 0) return nullptr;
  return object({{"proved", score.proved},
                 {"claimed", score.claimed},
                 {"at_best", score.at_best},
                 {"weight", score.weight},
                 {"sums", object({{"proved", score.proved_sum},
                                  {"claimed", score.claimed_sum},
                                  {"at_best", score.at_best_sum},
                                  {"out_of", score.weight * whole}})}});
}

}  // namespace candor
