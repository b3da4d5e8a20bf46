#!/usr/bin/python3
"""Makes the signed mails of this folder with signers that are not ours: python3-dkim (with python3-nacl) and opendkim-testmsg.
keys.txt holds what the DNS says: name, then the text of its TXT record."""
import base64, os, subprocess, sys, tempfile
import dkim
from nacl.signing import SigningKey

here = os.path.dirname(os.path.abspath(__file__))
work = tempfile.mkdtemp()
rsa = os.path.join(work, "rsa.pem")
subprocess.run(["openssl", "genrsa", "-traditional", "-out", rsa, "2048"], check=True, stderr=subprocess.DEVNULL)
short = os.path.join(work, "short.pem")
subprocess.run(["openssl", "genrsa", "-traditional", "-out", short, "768"], check=True, stderr=subprocess.DEVNULL)

def public(file):
    der = subprocess.run(["openssl", "rsa", "-in", file, "-pubout", "-outform", "DER"], check=True,
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return base64.b64encode(der).decode()

ed = SigningKey.generate()
ed_private = base64.b64encode(ed.encode())
ed_public = base64.b64encode(bytes(ed.verify_key)).decode()
rsa_private = open(rsa, "rb").read()

def mail(body, sender="Marta Rossi <marta@acme.example>", more=b""):
    return (b"From: " + sender.encode() + b"\r\nTo: support@pronto.example\r\nSubject: Since two o'clock\r\n\tnothing  is sent \r\n"
            b"Date: Mon, 23 Nov 2026 10:00:00 +0100\r\nMessage-ID: <signed@acme.example>\r\n" + more + b"\r\n" + body)

plain = b"Hello,  \r\n\r\nnothing\tis  sent.\r\n.\r\n \t\r\n\r\n\r\n"
cases = {
    "relaxed": (mail(plain), dict(canonicalize=(b"relaxed", b"relaxed"))),
    "simple": (mail(plain), dict(canonicalize=(b"simple", b"simple"))),
    "mixed": (mail(plain), dict(canonicalize=(b"relaxed", b"simple"))),
    "empty-relaxed": (mail(b""), dict(canonicalize=(b"relaxed", b"relaxed"))),
    "empty-simple": (mail(b""), dict(canonicalize=(b"simple", b"simple"))),
    "no-last-line-end": (mail(b"No end"), dict(canonicalize=(b"relaxed", b"relaxed"))),
    "international": (mail("Città àèì\r\n".encode(), more="X-Name: Nicolò\r\n".encode()), dict(canonicalize=(b"relaxed", b"relaxed"))),
    "length": (mail(plain), dict(canonicalize=(b"simple", b"simple"), length=True)),
    "identity": (mail(plain), dict(identity=b"marta@mail.acme.example")),
    "sub-domain": (mail(plain, "Marta <marta@mail.acme.example>"), dict()),
    "foreign": (mail(plain, "Marta <marta@elsewhere.example>"), dict()),
}
for name, (text, options) in cases.items():
    head = dkim.sign(text, b"one", b"acme.example", rsa_private, **options)
    open(os.path.join(here, name + ".eml"), "wb").write(head + text)
text = mail(plain)
head = dkim.sign(text, b"two", b"acme.example", ed_private, signature_algorithm=b"ed25519-sha256", canonicalize=(b"relaxed", b"relaxed"))
open(os.path.join(here, "ed25519.eml"), "wb").write(head + text)
head2 = dkim.sign(head + text, b"one", b"list.example", rsa_private)
open(os.path.join(here, "twice.eml"), "wb").write(head2 + head + text)
head = dkim.sign(text, b"one", b"acme.example", rsa_private, signature_algorithm=b"rsa-sha1")
open(os.path.join(here, "sha1.eml"), "wb").write(head + text)
head = dkim.sign(text, b"short", b"acme.example", open(short, "rb").read())
open(os.path.join(here, "short.eml"), "wb").write(head + text)
signed = subprocess.run(["/usr/sbin/opendkim-testmsg", "-C", "-d", "acme.example", "-s", "one", "-k", rsa],
                        input=text, stdout=subprocess.PIPE, check=True).stdout
open(os.path.join(here, "opendkim.eml"), "wb").write(signed)
with open(os.path.join(here, "keys.txt"), "w") as keys:
    keys.write("one._domainkey.acme.example v=DKIM1; k=rsa; p=%s\n" % public(rsa))
    keys.write("one._domainkey.list.example v=DKIM1; k=rsa; p=%s\n" % public(rsa))
    keys.write("two._domainkey.acme.example v=DKIM1; k=ed25519; p=%s\n" % ed_public)
    keys.write("short._domainkey.acme.example v=DKIM1; k=rsa; p=%s\n" % public(short))
