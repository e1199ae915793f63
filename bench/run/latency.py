# SPDX-License-Identifier: BSL-1.0
"""A network between a client and the server: delays what passes, each way, and counts the turnarounds."""

import pathlib
import queue
import shutil
import socket
import tempfile
import threading
import time

SOCKET = ".s.PGSQL.5432"


class Connection:
    """Each direction has a thread that receives and one that delivers when the time has come."""

    def __init__(self, network, client, server):
        self.network, self.asked = network, False
        self.start(client, server, self.asks)
        self.start(server, client, self.answers)

    def start(self, source, target, note):
        line = queue.SimpleQueue()
        for work in (self.receive, source), (self.deliver, target):
            threading.Thread(target=work[0], args=(work[1], line, note), daemon=True).start()

    def receive(self, source, line, note):
        data = b"more"
        while data:
            try:
                data = source.recv(1 << 16)
            except OSError:
                data = b""
            if data:
                note(arriving=True)
            line.put((time.perf_counter() + self.network.delay, data))

    def deliver(self, target, line, note):
        data = b"more"
        while data:
            due, data = line.get()
            time.sleep(max(0.0, due - time.perf_counter()))
            try:
                if data:
                    note(arriving=False)
                    target.sendall(data)
                else:
                    target.shutdown(socket.SHUT_RDWR)
                    target.close()
            except OSError:
                return

    def asks(self, arriving):
        self.asked = self.asked or arriving

    def answers(self, arriving):
        """What a client asks before it hears the answer travels in one round trip; a farewell has no answer."""
        if not arriving and self.asked:
            self.asked = False
            self.network.round_trips += 1


class Network:
    """`with Network(server, 0.005) as network:` clients connect to the socket in `network.directory`."""

    def __init__(self, server, delay):
        self.server, self.delay = pathlib.Path(server) / SOCKET, delay
        self.connections = self.round_trips = 0

    def __enter__(self):
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="skein-net-"))
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(str(self.directory / SOCKET))
        self.listener.listen()
        threading.Thread(target=self.accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        shutil.rmtree(self.directory)

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            server = socket.socket(socket.AF_UNIX)
            server.connect(str(self.server))
            self.connections += 1
            Connection(self, client, server)
