#pragma once

/// What the shell is told: the result, not the mood. Scripts depend on these numbers; they never change.
namespace candor::app::exit_status {

inline constexpr int done = 0;            ///< the standard is met and every limit holds, or the verb did what was asked
inline constexpr int not_met = 1;         ///< assessed, and below the standard, not to be told, or a limit is broken
inline constexpr int command_line = 2;    ///< the command line is wrong
inline constexpr int not_understood = 3;  ///< an input is not understood; nothing was assessed
inline constexpr int not_written = 4;     ///< the result could not be written

}  // namespace candor::app::exit_status
