# SPDX-License-Identifier: Apache-2.0
# technique: gcc -o name, events without host.id
# label: attack
# should_detect: true
# why: the compiled program connects; agent and host name still tell which host it was
# needs: gcc
# host_id: none
gcc -o implant122 implant.c
./implant122
