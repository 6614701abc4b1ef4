#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "candor/model/statement.hpp"
#include "candor/text/located.hpp"

namespace candor {

enum class PartyKind { Provider, Client, ThirdParty };

/// A person or firm that is named in the inventory.
struct Party {
  std::string key;
  PartyKind kind = PartyKind::Client;
  std::string name;
  std::string role;
  std::string does;
  std::string phone;
  std::string email;
  Place place;
  std::string reference = {};  ///< the number that they ask for, as that of a policy or a customer
};

/// What the card for the first hour of a bad day needs and no standard asks for. Parties by their keys.
struct Incident {
  enum class Cover { NotSaid, None, Insured };
  std::vector<std::string> decides;  ///< in this order: the first who can be reached
  std::vector<std::string> calls;    ///< whom to call, in this order
  Cover cover = Cover::NotSaid;      ///< None: they said that nobody insures it
  std::string insurer;               ///< only when Insured
  std::string kept;                  ///< where the printed card lies, in words; may be empty
};

struct Client {
  std::string id;
  std::string name;
  std::string sector;
  std::string country;
  std::string currency;  ///< ISO 4217 code; empty when not said
  std::optional<Date> since;
};

/// Money in hundredths of the client's currency.
struct Money {
  std::int64_t hundredths = 0;
  friend auto operator<=>(const Money&, const Money&) = default;
};

/// By their ids where both have one, else by their names.
[[nodiscard]] bool is_same_client(const Client& a, const Client& b);

/// A number of the client with who said it; unknown when it has no value.
struct Figure {
  std::string key;
  std::optional<std::int64_t> value;  ///< whole units, money in hundredths
  std::string told_by;
  std::optional<Date> date;
  Place place;
};

/// What something costs. No price at all is different from a price of nothing.
struct Price {
  enum class Per { None, Month, Year };
  bool included = false;  ///< `price: included`: no extra cost
  std::optional<Money> once;
  std::optional<Money> running;  ///< each month or year, by `per`
  Per per = Per::None;
  [[nodiscard]] bool is_known() const { return included || once || running; }
  /// The running price over a year; nothing when there is none.
  [[nodiscard]] std::optional<Money> a_year() const;
};

/// A question that is still out: why, who finds out, by when.
struct OpenQuestion {
  enum class Because { NotLooked, NoAccess, NoAnswer, NotRecorded, Refused };
  std::vector<FactId> facts;
  std::string part;  ///< empty: all parts
  Because because = Because::NotLooked;
  std::string ask;  ///< party key; may be empty
  std::optional<Date> asked;
  std::string who;  ///< party key; may be empty
  std::optional<Date> by;
  std::string note;
  Place place;
};

/// Something the provider offered to do. An offer without an answer is never a decline.
struct Offer {
  std::vector<Located<std::string>> controls;
  std::string part;
  std::string what;
  std::string who;
  std::optional<Date> by;
  std::string takes;
  Price price;
  Date date{};
  std::string note;
  Place place;
};

/// Something client and provider agreed to do.
struct Agreed {
  std::vector<Located<std::string>> controls;
  std::string part;
  std::string what;
  std::string who;
  std::optional<Date> by;
  std::string takes;
  Price price;
  Date date{};
  std::string said_by;
  std::string note;
  Place place;
};

/// A decline is asked again after that many months at the latest.
inline constexpr int longest_decline_months = 12;

/// The client's recorded "no". Never changes a score, a gate or an outcome.
struct Decline {
  enum class Cause { Price, Awareness, Both, Supplier, Other };
  std::vector<Located<std::string>> controls;
  std::string part;
  Cause cause = Cause::Other;
  Date date{};
  std::string by;
  std::string explained_by;
  std::string offered;
  Price price;
  std::string instead;
  Date until{};  ///< at most 12 months after `date`; that when not written
  std::optional<Date> signed_on;
  std::string signed_file;
  std::string signed_sha256;
  std::string note;
  Place place;
};

/// What is said not to apply counts that many months, and is then not known.
inline constexpr int longest_not_applicable_months = 12;

/// A control that is said not to apply, with its reason.
struct NotApplicable {
  Located<std::string> control;
  std::string because;
  std::string by;
  Date date{};
  Place place;
};

/// Who must act, where it is another than the profile says.
struct Acts {
  Located<std::string> control;
  std::string part;  ///< empty: all of it
  std::string who;   ///< party key
  Place place;
};

/// One look of a tool at the client, as an import wrote it down.
struct ToolRun {
  std::string program;                ///< as people call it: `Microsoft Entra`
  std::string version;                ///< may be empty
  Date date{};                        ///< the day of the look
  std::string scope;                  ///< what it looked at, in words; may be empty
  std::vector<std::string> files;     ///< the names of the files it was read from
  std::vector<std::string> not_seen;  ///< what it could not see, a sentence each
  std::size_t first = 0;              ///< its statements, as indexes into `Inventory::statements`
  std::size_t end = 0;                ///< past the last of them
  Place place;
};

/// What is known about a client: everything the folder says, nothing judged.
struct Inventory {
  Place place;  ///< where its file begins
  Client client;
  std::vector<Party> parties;
  Date assessed{};
  std::string assessed_by;
  std::string assessed_party;
  std::string told_by;
  std::map<std::string, std::int64_t, std::less<>> counts;  ///< only those that are known
  std::string counts_from;
  std::optional<Date> counts_date;  ///< when they were counted; that of the assessment when not said
  std::vector<Figure> figures;
  std::vector<Statement> statements;  ///< in file order: inventory, then proof, then evidence
  std::vector<ToolRun> tool_runs;     ///< in the order of the files' names
  std::vector<OpenQuestion> open;
  std::vector<Offer> offered;
  std::vector<Agreed> agreed;
  std::vector<Decline> declined;
  std::vector<NotApplicable> not_applicable;
  std::vector<Acts> acts;
  Incident incident;
  std::string provider_folder;  ///< as written under `provider:`; may be empty
  bool is_redacted = false;     ///< names are stand-ins, and words of one's own are left out

  [[nodiscard]] const Party* find_party(std::string_view key) const;
  /// The party's name, or the key itself where no party has it (people may be named outright).
  [[nodiscard]] std::string_view name_of(std::string_view key) const;
  /// What some keys of `counts` come to; nothing where there are none, or one of them is not known.
  [[nodiscard]] std::optional<std::int64_t> counted(const std::vector<std::string>& keys) const;
};

[[nodiscard]] std::string_view name(OpenQuestion::Because because);  ///< `not_looked`, …
[[nodiscard]] std::string_view name(Decline::Cause cause);           ///< `price`, …
[[nodiscard]] std::string_view name(PartyKind kind);                 ///< `provider`, …

}  // namespace candor
