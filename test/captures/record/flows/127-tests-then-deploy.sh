# SPDX-License-Identifier: Apache-2.0
# technique: make with tests on loopback, then git and upload over http by programs of the host
# label: benign
# should_detect: false
# why: what was built connects to loopback alone; git and curl, which leave the host, were there before
# needs: make, git, curl
make -C debian-package test > /dev/null
git ls-remote http://10.77.0.2/repo.git > /dev/null 2>&1 || true
curl -s -m 3 -T debian-package/hello http://10.77.0.2/ > /dev/null
