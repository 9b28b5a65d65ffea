# SPDX-License-Identifier: Apache-2.0
# technique: dpkg-buildpackage, tests on loopback, then upload of the package by curl
# label: benign
# should_detect: false
# why: what was built connects to loopback alone; curl, which leaves the host, was there before
# needs: dpkg-dev, debhelper, curl
cd debian-package
dpkg-buildpackage --no-sign --build=binary > /dev/null 2>&1
curl -s -m 3 -T ../hello-recorded_0.1_amd64.deb http://10.77.0.2/ > /dev/null
