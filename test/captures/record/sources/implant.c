// SPDX-License-Identifier: Apache-2.0
// Connects to a host, as what an attacker compiles would.
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void) {
  struct sockaddr_in remote = {.sin_family = AF_INET, .sin_port = htons(4444)};
  inet_pton(AF_INET, "10.77.0.2", &remote.sin_addr);
  int s = socket(AF_INET, SOCK_STREAM, 0);
  int failed = connect(s, (struct sockaddr *)&remote, sizeof remote);
  close(s);
  return failed != 0;
}
