"""A mail server of python3-aiosmtpd. What it does is read from FOLDER/mode at each mail: accept, greylist (451 until the mode changes), reject, hang."""
import asyncio
import base64
import email
import email.policy
import json
import pathlib
import sys

from aiosmtpd.controller import Controller

folder = pathlib.Path(sys.argv[1])


def parts_of(content):
    message = email.message_from_bytes(content, policy=email.policy.default)
    return [
        {"type": part.get_content_type(), "method": part.get_param("method"), "text": part.get_content()}
        for part in message.walk()
        if not part.is_multipart()
    ]


def base64_of(content):
    return base64.b64encode(content).decode()


class Handler:
    async def handle_DATA(self, server, session, envelope):
        mode = (folder / "mode").read_text()
        with open(folder / "seen", "a") as seen:
            seen.write(mode + "\n")
        if mode == "greylist":
            return "451 4.7.1 Come back later"
        if mode == "reject":
            return "550 5.7.1 Not wanted"
        if mode == "hang":
            await asyncio.sleep(3600)
        with open(folder / "mails", "a") as mails:
            parts = json.dumps(parts_of(envelope.original_content)).encode()
            mails.write(" ".join([envelope.rcpt_tos[0], base64_of(envelope.original_content), base64_of(parts)]) + "\n")
        return "250 OK"


controller = Controller(Handler(), hostname="127.0.0.1", port=int(sys.argv[2]))
controller.start()
print("ready", flush=True)
sys.stdin.read()
controller.stop()
