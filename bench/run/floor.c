/* SPDX-License-Identifier: BSL-1.0 */
/* The least that a program can do with libpq to bring a database to a revision: the limit of what a runner can reach.
 *
 *   floor statement|revision|pipeline|message up|down FILE
 *
 * statement: a round trip for each statement    revision: one for each revision
 * pipeline:  libpq's pipeline, one sync         message:  all revisions in one text
 *
 * In all of them each revision is a transaction with its row of bookkeeping. FILE has the revisions in the order in
 * which they run, each ended by 0x1e: its id and its statements, separated by 0x1f. PG* variables say where to. */

#include <libpq-fe.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static PGconn *server;

static void fail(const char *what) {
  fprintf(stderr, "floor: %s: %s", what, PQerrorMessage(server));
  exit(1);
}

static int rows_of(const char *sql) {
  PGresult *result = PQexec(server, sql);
  const ExecStatusType status = PQresultStatus(result);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(sql);
  const int rows = PQntuples(result);
  PQclear(result);
  return rows;
}
static void run(const char *sql) { rows_of(sql); }

static void queue(const char *sql) {
  if (!PQsendQueryParams(server, sql, 0, NULL, NULL, NULL, NULL, 0)) fail(sql);
}

static char *text;
static size_t used, room;
static void append(const char *sql) {
  const size_t size = strlen(sql);
  if (used + size + 2 > room) text = realloc(text, room = 2 * (used + size + 2));
  memcpy(text + used, sql, size);
  strcpy(text + used + size, ";");
  used += size + 1;
}
static void send_text(void) {
  if (used) run(text);
  used = 0;
}

static void drain_pipeline(void) {
  if (!PQpipelineSync(server)) fail("sync");
  for (int synced = 0; !synced;) {
    const int pending = PQflush(server);
    struct pollfd wait = {PQsocket(server), POLLIN | (pending ? POLLOUT : 0), 0};
    if (pending < 0 || poll(&wait, 1, -1) < 0 || !PQconsumeInput(server)) fail("pipeline");
    while (!synced && !PQisBusy(server)) {
      PGresult *result = PQgetResult(server);
      if (!result) continue; /* the end of one statement's results */
      const ExecStatusType status = PQresultStatus(result);
      synced = status == PGRES_PIPELINE_SYNC;
      if (!synced && status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail("pipeline");
      PQclear(result);
    }
  }
}

static char *content(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file || fseek(file, 0, SEEK_END)) return perror(path), exit(1), NULL;
  const long size = ftell(file);
  char *out = malloc(size + 1);
  rewind(file);
  out[fread(out, 1, size, file)] = 0;
  fclose(file);
  return out;
}

static void quiet(void *unused, const char *notice) { (void)unused, (void)notice; }

int main(int argc, char **argv) {
  if (argc != 4) return fputs("usage: floor MODE up|down FILE\n", stderr), 2;
  const char mode = argv[1][0];
  const int up = !strcmp(argv[2], "up");
  char *rest = content(argv[3]);
  int revisions = 0;
  for (const char *c = rest; *c; ++c) revisions += *c == 0x1e;

  server = PQconnectdb("");
  if (PQstatus(server) != CONNECTION_OK) fail("connect");
  PQsetNoticeProcessor(server, quiet, NULL);
  const int applied = rows_of("CREATE TABLE IF NOT EXISTS bench_version (id text PRIMARY KEY);"
                              "SELECT id FROM bench_version");
  int settled = up ? applied : revisions - applied; /* what is applied is a beginning of the history */

  void (*const step)(const char *) = mode == 's' ? run : mode == 'p' ? queue : append;
  if (mode == 'p' && (PQsetnonblocking(server, 1) || !PQenterPipelineMode(server))) fail("pipeline");
  int queued = 0;
  for (char *revision; (revision = strsep(&rest, "\x1e")) && *revision;) {
    if (settled-- > 0) continue;
    const char *note = up ? "INSERT INTO bench_version VALUES ('%s')" : "DELETE FROM bench_version WHERE id = '%s'";
    char bookkeeping[100];
    snprintf(bookkeeping, sizeof bookkeeping, note, strsep(&revision, "\x1f"));
    step("BEGIN");
    for (char *sql; (sql = strsep(&revision, "\x1f"));) step(sql);
    step(bookkeeping);
    step("COMMIT");
    if (mode == 'r') send_text();
    ++queued;
  }
  if (mode == 'p' && queued) drain_pipeline();
  send_text();
  PQfinish(server);
  return 0;
}
