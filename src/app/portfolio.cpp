#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/exit_status.hpp"
#include "app/files.hpp"
#include "app/in_order.hpp"
#include "app/judge_many.hpp"
#include "app/load_profile.hpp"
#include "app/output.hpp"
#include "app/portfolio_inputs.hpp"
#include "app/present.hpp"
#include "app/progress.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "app/verbs.hpp"
#include "candor/assess/peers.hpp"
#include "candor/assess/portfolio.hpp"
#include "candor/compose/portfolio.hpp"
#include "candor/export/portfolio.hpp"
#include "read/choice.hpp"

namespace candor::app {

namespace {

constexpr int most_jobs = 256;

GroupBy settle_groups(const std::optional<std::string>& said, Session& session) {
  constexpr std::array groups{Named<GroupBy>{"provider", GroupBy::Provider}, Named<GroupBy>{"sector", GroupBy::Sector},
                              Named<GroupBy>{"country", GroupBy::Country}};
  if (!said) return GroupBy::None;
  const auto found = std::ranges::find(groups, std::string_view{*said}, &Named<GroupBy>::name);
  if (found != groups.end()) return found->value;
  constexpr std::array<std::string_view, 3> names{"provider", "sector", "country"};
  session.refuse(fmt::format("--by: clients cannot be put together by `{}`", *said), hint_among(*said, names));
  return GroupBy::None;
}

bool is_streamed(const Target& target) { return target.format.exporter != nullptr && target.format.is_for_many(); }

void check_formats(const Settings& settings, Session& session) {
  for (const auto& target : settings.targets)
    if (target.format.exporter != nullptr && !is_streamed(target))
      session.refuse(fmt::format("`{}` is a format for one client", target.format.name()),
                     "many clients can be written as csv, ndjson or row, and in every format for people");
}

/// Counts have one form, and are of all that are told of: who came since and groups of another kind would tell more.
void check_anonymous(const Arguments& arguments, Session& session) {
  if (!arguments.formats.empty() || arguments.by_group || arguments.compare_with)
    session.refuse("--anonymous writes counts in a form of its own", "leave out --format, --by and --compare");
  if (arguments.outputs.size() > 1) session.refuse("--anonymous writes one file", "say --output once");
}

/// A format whose lines are written as the clients come.
struct Stream {
  std::string_view format;
  ResultWriter writer;
};

std::string line_of(std::string_view format, const Judged& judged) {
  if (format == "ndjson") return judged.assessment;
  return format == "row" ? row_text(*judged.row) : row_line(*judged.row);
}

/// The rows of an earlier run; nothing, with complaints, where they are none or of a later day than the one judged now.
/// Where there are none yet, which is told, they are empty.
std::unique_ptr<EarlierRows> load_earlier_rows(const std::string& path, const ClientJudge& judge, Date as_of,
                                               Session& session) {
  auto rows = std::make_unique<EarlierRows>();
  PortfolioInputs inputs{exists(path) ? std::vector{path} : std::vector<std::string>{}, session};
  while (auto input = inputs.next()) {
    const auto judged = judge.judge(*input);
    if (judged.is_unread) continue;
    if (!judged.row) {
      write_to_standard_error(judged.complaints);
      return nullptr;
    }
    rows->add(*judged.row);
  }
  if (rows->is_empty())
    session.diagnostics.warning({session.sources.add(path, {}), 0, 0}, "no-rows",
                                "there are no rows here yet, so nothing is compared", "they may be written later on");
  else if (rows->day() > as_of)
    complain_about_file(
        path,
        {"future-date", fmt::format("these rows are of {}, after the day judged now", to_iso(rows->day())),
         "compare with older ones"},
        session);
  return rows;
}

/// Clients of a stream are judged so quickly that handing each over on its own would take as long as a tenth of that.
std::optional<std::vector<PortfolioInput>> next_batch(PortfolioInputs& inputs) {
  constexpr std::size_t enough = 64u << 10u;
  std::vector<PortfolioInput> batch;
  for (std::size_t bytes = 0; bytes < enough;) {
    auto input = inputs.next();
    if (!input) break;
    bytes += input->kind == PortfolioInput::Kind::Path ? enough : std::max<std::size_t>(input->bytes.size(), 1024);
    batch.push_back(std::move(*input));
  }
  if (batch.empty()) return std::nullopt;
  return batch;
}

class Run {
 public:
  Run(const Settings& settings, const Standard& standard, GroupBy by, EarlierRows* earlier, bool is_anonymous,
      Session& session)
      : settings_(settings), standard_(standard), session_(session), summary_(standard.profile, by, earlier) {
    if (is_anonymous) peers_.emplace(standard.profile, settings.as_of);
  }

  int run(const ClientJudge& judge, PortfolioInputs& inputs, std::size_t jobs) {
    if (!peers_) open_streams();
    Progress progress{inputs.known_count()};
    const auto next = [&] { return next_batch(inputs); };
    const auto work = [&](std::vector<PortfolioInput>& batch) {
      std::vector<Judged> judged;
      for (const auto& input : batch) judged.push_back(judge.judge(input));
      return judged;
    };
    const auto take_all = [&](std::vector<Judged>& batch) {
      for (auto& judged : batch) {
        progress.clear_before(!judged.complaints.empty());
        take(judged);
        progress.step();
      }
      return is_wanted_;
    };
    InOrder<std::vector<PortfolioInput>, std::vector<Judged>> all{jobs, next, work, take_all};
    all.run();
    progress.clear();
    return finish();
  }

 private:
  void open_streams() {
    for (const auto& target : settings_.targets)
      if (is_streamed(target)) {
        streams_.push_back(std::make_unique<Stream>(Stream{target.format.name(), ResultWriter{target.file, session_}}));
        auto& stream = *streams_.back();
        if (stream.format == "csv") (void)stream.writer.write(row_headings());
      }
    is_for_people_ = streams_.size() < settings_.targets.size();
  }

  void take(Judged& judged) {
    if (!judged.complaints.empty()) write_to_standard_error(judged.complaints);
    for (auto& target : judged.targets_read) session_.documents.push_back(std::move(target));
    if (!judged.row) {
      summary_.add_not_understood();
      is_all_understood_ = false;
      write([&](const Stream& stream) { return stream.format == "row" ? unread_text(judged.from) : std::string{}; });
      return;
    }
    summary_.add(*judged.row);
    if (peers_) peers_->add(*judged.row);
    is_all_met_ = is_all_met_ && judged.row->verdict == Verdict::Meets;
    write([&](const Stream& stream) { return line_of(stream.format, judged); });
  }

  /// A line into each stream. Where one fails the others are whole all the same; when nobody is left, nothing is
  /// wanted.
  template <typename Line>
  void write(const Line& line_for) {
    bool is_any_left = is_for_people_;
    for (auto& stream : streams_) is_any_left = stream->writer.write(line_for(*stream)) || is_any_left;
    is_wanted_ = is_any_left;
  }

  int finish() {
    const auto told = session_.stop_if_faulty();
    int written = exit_status::done;
    const auto portfolio = summary_.take();
    if (portfolio.all.clients == 0 && is_wanted_) return stop_without_clients(told || !is_all_understood_, session_);
    for (auto& stream : streams_) written = std::max(written, stream->writer.finish());
    written = std::max(written, peers_ ? write_counts() : write_for_people(portfolio));
    if (written != exit_status::done) return written;
    if (told || !is_all_understood_) return exit_status::not_understood;
    return is_all_met_ ? exit_status::done : exit_status::not_met;
  }

  int write_counts() {
    const auto peers = peers_->take();
    if (peers.groups.empty())
      write_to_standard_error(
          fmt::format("candor: warning: no counts are told of fewer than {} clients\n", smallest_group));
    return write_result(peers_text(peers), settings_.targets.front().file, session_);
  }

  int write_for_people(const Portfolio& portfolio) {
    int written = exit_status::done;
    auto for_people = settings_;
    std::erase_if(for_people.targets, is_streamed);
    for (const auto& target : for_people.targets) {
      auto one = for_people;
      one.targets = {target};
      const auto is_page = target.format.name() == "html" || target.format.name() == "pdf";
      const auto report = compose_portfolio(portfolio, standard_.profile, is_page ? ListRoom::Page : ListRoom::Screen);
      written = std::max(written, present(report, report, one, session_));
    }
    return written;
  }

  const Settings& settings_;
  const Standard& standard_;
  Session& session_;
  PortfolioSummary summary_;
  std::optional<PeerCount> peers_;  ///< instead of an overview
  std::vector<std::unique_ptr<Stream>> streams_;
  bool is_for_people_ = true;  ///< an overview, or counts, are made beside the streams
  bool is_wanted_ = true;      ///< somebody is left who takes what comes
  bool is_all_understood_ = true;
  bool is_all_met_ = true;
};

std::size_t settle_jobs(const std::optional<std::string>& said, Session& session) {
  if (!said) return std::max(1u, std::thread::hardware_concurrency());
  const auto number = whole_number(*said);
  if (number && *number >= 1 && *number <= most_jobs) return static_cast<std::size_t>(*number);
  session.refuse(fmt::format("--jobs: `{}` is not a number of jobs", *said),
                 fmt::format("a number from 1 to {}", most_jobs));
  return 1;
}

}  // namespace

int portfolio(const Arguments& arguments) {
  Session session;
  const auto settings = settle(arguments, session);
  const auto by = settle_groups(arguments.by_group, session);
  const auto jobs = settle_jobs(arguments.jobs, session);
  if (arguments.anonymous)
    check_anonymous(arguments, session);
  else
    check_formats(settings, session);
  if (arguments.files.empty() && !arguments.list)
    session.refuse("`candor portfolio` needs PATH... or --list FILE",
                   "folders of clients, a stream, or - for standard input");
  if (arguments.merge && arguments.list)
    session.refuse("--list names clients' folders, and --merge takes rows", "name the files of rows one by one");
  const auto standard = load_standard(settings, session);
  if (const auto status = session.stop_if_faulty()) return *status;
  if (!standard) return exit_status::not_understood;

  std::unique_ptr<EarlierRows> earlier;
  if (arguments.compare_with) {
    const ClientJudge rows{settings, *standard, session.color, true, false};
    earlier = load_earlier_rows(*arguments.compare_with, rows, settings.as_of, session);
    if (const auto status = session.stop_if_faulty()) return *status;
    if (!earlier) return exit_status::not_understood;
    if (earlier->is_empty()) earlier.reset();
    session.documents.push_back(*arguments.compare_with);
  }
  // No result is written over what it is made from.
  for (const auto& path : arguments.files)
    if (!is_folder(path)) session.documents.push_back(path == "-" ? "/dev/stdin" : path);
  if (arguments.list) session.documents.push_back(*arguments.list == "-" ? "/dev/stdin" : *arguments.list);
  auto inputs = arguments.merge ? std::make_unique<PortfolioInputs>(arguments.files, session)
                                : std::make_unique<PortfolioInputs>(arguments.files, arguments.list, session);
  const auto is_ndjson = [](const Target& target) { return target.format.name() == "ndjson"; };
  const bool with_assessments = !arguments.anonymous && std::ranges::any_of(settings.targets, is_ndjson);
  const ClientJudge judge{settings, *standard, session.color, arguments.merge, with_assessments};
  return Run{settings, *standard, by, earlier.get(), arguments.anonymous, session}.run(judge, *inputs, jobs);
}

}  // namespace candor::app
