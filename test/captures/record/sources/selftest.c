// SPDX-License-Identifier: Apache-2.0
// What a test of a server does: serves and connects over loopback.
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void) {
  struct sockaddr_in here = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof here;
  int server = socket(AF_INET, SOCK_STREAM, 0);
  bind(server, (struct sockaddr *)&here, size);
  listen(server, 1);
  getsockname(server, (struct sockaddr *)&here, &size);
  int client = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(client, (struct sockaddr *)&here, size) != 0) {
    return 1;
  }
  close(accept(server, 0, 0));
  return 0;
}
