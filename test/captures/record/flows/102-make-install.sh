# SPDX-License-Identifier: Apache-2.0
# technique: make, make install into /usr/local/sbin, run by name
# label: attack
# should_detect: true
# why: the installed copy of the compiled program connects
# needs: make
make -C service
make -C service install
netagentd
