#include "largest_remainder.hpp"

#include <algorithm>
#include <numeric>

namespace candor {

// Weights are sums of millionths and totals up to 10^12: their product needs 128 bits.
__extension__ using Wide = __int128;

std::vector<std::int64_t> share_by_largest_remainder(std::int64_t total, const std::vector<std::int64_t>& weights) {
  std::vector<std::int64_t> shares(weights.size(), 0);
  const Wide all = std::accumulate(weights.begin(), weights.end(), Wide{0});
  if (all == 0) return shares;

  std::vector<Wide> remainders(weights.size());
  auto left = total;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const Wide exact = static_cast<Wide>(total) * weights[i];
    shares[i] = static_cast<std::int64_t>(exact / all);
    remainders[i] = exact % all;
    left -= shares[i];
  }
  if (left == 0) return shares;
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t i = 0; left > 0; ++i, --left) ++shares[order[i]];
  return shares;
}

std::vector<int> share_difference(int total, const std::vector<std::int64_t>& exact) {
  std::vector<int> shares(exact.size(), 0);
  std::vector<std::int64_t> remainders(exact.size(), 0);
  std::vector<std::size_t> order;
  auto left = total;
  for (std::size_t i = 0; i < exact.size(); ++i) {
    if (exact[i] == 0) continue;
    auto down = exact[i] / billionths;
    if (exact[i] % billionths < 0) --down;
    shares[i] = static_cast<int>(down);
    remainders[i] = exact[i] - down * billionths;
    left -= shares[i];
    order.push_back(i);
  }
  if (order.empty()) return shares;
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t i = 0; left > 0; i = (i + 1) % order.size(), --left) ++shares[order[i]];
  for (std::size_t i = order.size(); left < 0; ++left) {
    i = (i == 0 ? order.size() : i) - 1;
    --shares[order[i]];
  }
  return shares;
}

}  // namespace candor
