#include <memory>
#include <string>
#include <utility>

#include "app/exit_status.hpp"
#include "app/output.hpp"

namespace candor::app {

struct ResultWriter::State {
  std::optional<std::string> target;
  const Session& session;
  std::string bytes;
};

ResultWriter::ResultWriter(const std::optional<std::string>& target, const Session& session)
    : state_(std::make_unique<State>(State{target, session, {}})) {}
ResultWriter::ResultWriter(ResultWriter&&) noexcept = default;
ResultWriter::~ResultWriter() = default;

bool ResultWriter::write(std::string_view bytes) {
  state_->bytes += bytes;
  return true;
}

int ResultWriter::finish() { return write_result(state_->bytes, state_->target, state_->session); }

}  // namespace candor::app
