# SPDX-License-Identifier: Apache-2.0
# technique: compiled and installed by root, started as a daemon of another user
# label: attack
# should_detect: true
# why: the daemon is the installed copy of the compiled program
# needs: make, dpkg (start-stop-daemon)
make -C service install
start-stop-daemon --start --background --chuid nobody --exec /usr/local/sbin/netagentd
sleep 0.5
