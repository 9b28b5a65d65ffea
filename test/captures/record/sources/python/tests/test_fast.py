# SPDX-License-Identifier: Apache-2.0
import socket
import unittest

import fast


class Fast(unittest.TestCase):
    def test_answer(self):
        self.assertEqual(fast.answer(), 42)

    def test_served(self):
        server = socket.create_server(("127.0.0.1", 0))
        socket.create_connection(server.getsockname()).close()
        server.close()


if __name__ == "__main__":
    unittest.main()
