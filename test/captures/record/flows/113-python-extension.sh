# SPDX-License-Identifier: Apache-2.0
# technique: a Python package with an extension in C: build, tests on loopback, upload
# label: benign
# should_detect: false
# why: the extension opens no connection; the upload is another run of Python, without it
# needs: python3-dev, python3-setuptools
cd python
/usr/bin/python3 setup.py --quiet build_ext --inplace
PYTHONPATH=. /usr/bin/python3 tests/test_fast.py 2> /dev/null
/usr/bin/python3 setup.py --quiet sdist 2> /dev/null
/usr/bin/python3 upload.py dist/fast-0.1.tar.gz
