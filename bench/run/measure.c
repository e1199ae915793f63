/* SPDX-License-Identifier: BSL-1.0 */
/* measure FILE COMMAND…: runs the command, and writes into the file what it took: seconds of the clock, seconds of CPU,
 * kilobytes of the largest of its processes. A small program, since a child starts with its parent's peak of memory. */

#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return at.tv_sec + at.tv_nsec / 1e9;
}
static double of(struct timeval t) { return t.tv_sec + t.tv_usec / 1e6; }

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  const double start = now();
  const pid_t child = fork();
  if (child == 0) {
    execvp(argv[2], argv + 2);
    perror(argv[2]);
    _exit(127);
  }
  int status = 0;
  struct rusage used;
  if (child < 0 || wait4(child, &status, 0, &used) < 0) return perror("measure"), 1;
  const double seconds = now() - start;
  FILE *out = fopen(argv[1], "w");
  if (!out) return perror(argv[1]), 1;
  fprintf(out, "%.6f %.6f %ld\n", seconds, of(used.ru_utime) + of(used.ru_stime), used.ru_maxrss);
  fclose(out);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
