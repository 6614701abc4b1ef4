#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace candor::app {

/// Does the same to many things at once and takes the results in the order of the things. Never more than
/// `4 * threads` of them are in memory. `next` and `take` are called by the calling thread alone; `take` returning
/// false ends it early. What `work` throws is thrown again here, in its turn. One thread means: none but the calling
/// one.
template <typename Thing, typename Done>
class InOrder {
 public:
  using Next = std::function<std::optional<Thing>()>;
  using Work = std::function<Done(Thing&)>;
  using Take = std::function<bool(Done&)>;

  InOrder(std::size_t threads, Next next, Work work, Take take)
      : threads_(threads), next_(std::move(next)), work_(std::move(work)), take_(std::move(take)) {}

  void run() {
    if (threads_ < 2) return run_alone();
    std::vector<std::jthread> workers;
    const Stop stop{*this};  // before the workers are waited for, whatever happens
    try {
      for (std::size_t i = 0; i < threads_; ++i) workers.emplace_back([this] { serve(); });
    } catch (const std::system_error&) {
      // The machine gives no more threads: those that there are do it, or this one alone.
      if (workers.empty()) return run_alone();
    }
    feed();
    end();
  }

 private:
  struct Job {
    Thing thing;
    std::optional<Done> done = std::nullopt;
    std::exception_ptr fault = nullptr;
    bool is_over = false;
  };

  /// Lets the workers go when the calling thread leaves.
  struct Stop {
    InOrder& owner;
    ~Stop() { owner.end(); }
  };

  void run_alone() {
    while (auto thing = next_()) {
      auto done = work_(*thing);
      if (!take_(done)) return;
    }
  }

  void feed() {
    bool is_more = true;
    while (is_more || !all_.empty()) {
      while (is_more && all_.size() < 4 * threads_) {
        auto thing = next_();
        is_more = thing.has_value();
        if (is_more) add(std::move(*thing));
      }
      if (all_.empty()) return;
      if (!take_first()) return;
    }
  }

  void add(Thing thing) {
    all_.push_back(std::make_unique<Job>(Job{std::move(thing)}));
    {
      const std::scoped_lock lock{mutex_};
      waiting_.push_back(all_.back().get());
    }
    is_waiting_.notify_one();
  }

  bool take_first() {
    const auto job = std::move(all_.front());
    all_.pop_front();
    {
      std::unique_lock lock{mutex_};
      is_done_.wait(lock, [&] { return job->is_over; });
    }
    if (job->fault) std::rethrow_exception(job->fault);
    return take_(*job->done);
  }

  void serve() {
    for (;;) {
      Job* job = nullptr;
      {
        std::unique_lock lock{mutex_};
        is_waiting_.wait(lock, [&] { return is_ended_ || !waiting_.empty(); });
        if (is_ended_) return;
        job = waiting_.front();
        waiting_.pop_front();
      }
      try {
        job->done = work_(job->thing);
      } catch (...) {
        job->fault = std::current_exception();
      }
      {
        const std::scoped_lock lock{mutex_};
        job->is_over = true;
      }
      is_done_.notify_one();
    }
  }

  void end() {
    {
      const std::scoped_lock lock{mutex_};
      is_ended_ = true;
    }
    is_waiting_.notify_all();
  }

  std::size_t threads_;
  Next next_;
  Work work_;
  Take take_;
  std::deque<std::unique_ptr<Job>> all_;  // of the calling thread; in order
  std::mutex mutex_;
  std::condition_variable is_waiting_;
  std::condition_variable is_done_;
  std::deque<Job*> waiting_;
  bool is_ended_ = false;
};

}  // namespace candor::app
