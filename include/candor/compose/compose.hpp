#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "candor/model/comparison.hpp"
#include "candor/model/history.hpp"
#include "candor/model/limit.hpp"
#include "candor/model/peers.hpp"
#include "candor/model/report.hpp"

namespace candor {

/// The provider's own result against the same profile, shown to the client as a mirror.
struct Mirror {
  std::string provider;
  const Assessment* assessment = nullptr;  ///< nothing: it was not shown
};

/// What went before: the comparison with the last recorded assessment, and the results that were recorded, the oldest
/// first, without the one that is shown.
struct Since {
  const Comparison* comparison = nullptr;  ///< nothing: none was recorded
  std::vector<Result> results = {};
};

/// An assessment in words for one audience, with where the client stands among others if that is known. Pure; the
/// assessment must outlive the report.
[[nodiscard]] Report compose(const Assessment& assessment, Audience audience, const Mirror& mirror,
                             const Since& since = {}, const std::optional<PeerStanding>& peers = {});

/// What changed between two assessments, and whose doing it was, for an owner.
[[nodiscard]] Report compose_comparison(const Comparison& comparison);

/// The results that were recorded, the oldest first, with the limits that were asked for then. None gives a report that
/// says so.
[[nodiscard]] Report compose_history(const std::vector<HistoryEntry>& entries, bool is_redacted = false);

/// How each limit held, in one sentence without its full stop that names what broke it.
[[nodiscard]] std::vector<LimitLine> compose_limits(const Assessment& assessment,
                                                    const std::vector<LimitResult>& results);

/// The arithmetic of a whole assessment, line by line, for `explain CLIENT`.
[[nodiscard]] Report explain_arithmetic(const Assessment& assessment);

/// One control: its floor, sources, statements and how it came out, for `explain CLIENT mfa.cloud`.
[[nodiscard]] Report explain_control(const Assessment& assessment, std::size_t control);

/// The letter an owner signs when saying no to a control, or, where that no has run out, the one that asks
/// again. For a control that is neither met nor out of place here.
[[nodiscard]] Report compose_decline(const Assessment& assessment, std::size_t control);

/// The one page for the first hour of a bad day, at most about 220 words.
[[nodiscard]] Report compose_card(const Assessment& assessment);

/// One word of the field or of our own reports, or a control without a client, for `explain ransomware`.
/// Nothing when neither the profile's terms nor its controls nor the catalog know the word.
[[nodiscard]] std::optional<Report> explain_word(const Profile& profile, const Catalog& catalog, std::string_view word);

/// The words of our own reports that it explains with every profile: `proved`, `gate`, `ledger`, …
[[nodiscard]] std::vector<std::string_view> own_words();

/// A profile as a list of controls (`profile show`).
[[nodiscard]] Report describe_profile(const Profile& profile, const Catalog& catalog);

}  // namespace candor
