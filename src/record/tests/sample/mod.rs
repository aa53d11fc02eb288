//! A small case with everything that a bundle can show, the same on every run, and the tools of an operator who cheats.
#![allow(dead_code)]

pub mod seal;

use std::collections::BTreeMap;

use acordo_record::bundle::{self, *};
use acordo_record::forms::Assertion;
use acordo_record::*;
use acordo_record::{agreement, anchor, canonical, tree};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer;
use serde_json::{Value, json};

pub const INSTANCE: &str = "demo.example/log";
pub const CASE: &str = "0192f0c0-7b1a-7c00-8000-00000000002a";
pub const REFERENCE: &str = "K7Q2-9XMD";
pub const SHOWN: &[u8] = b"%PDF-1.7 the agreement as it was shown";
pub const FINAL: &[u8] = b"%PDF-1.7 the agreement with its signatures";
pub const PHOTO: &[u8] = b"\x89PNG the broken toaster";

pub fn log_key() -> LogKey {
    LogKey::from_seed(INSTANCE, &[7; 32]).unwrap()
}

pub fn witness() -> WitnessKey {
    WitnessKey::from_seed("witness.example/w1", &[8; 32]).unwrap()
}

pub fn key_file() -> KeyFile {
    KeyFile::of([log_key().vkey().clone(), witness().vkey().clone()])
}

/// A time of the one day on which everything happens.
pub fn time(text: &str) -> Time {
    Time::parse(&format!("2026-11-21T{text}:00.000Z")).unwrap()
}

/// Changes a content before it is committed to. Arguments: channel, kind, content.
pub type Edit<'a> = &'a dyn Fn(&str, &str, &mut Value);

pub struct Sample<'e> {
    pub channels: BTreeMap<String, ChannelInput>,
    pub heads: BTreeMap<String, ChannelHead>,
    pub agreement_json: Vec<u8>,
    /// Leaves of the instance log.
    pub log: Vec<Hash>,
    pub exported_at: Time,
    pub evidence: Vec<Vec<u8>>,
    pub bytes_max: u64,
    pub taker: Taker,
    edit: Edit<'e>,
    salts: u32,
}

impl<'e> Sample<'e> {
    fn new(edit: Edit<'e>) -> Self {
        Sample {
            channels: BTreeMap::new(),
            heads: BTreeMap::new(),
            agreement_json: Vec::new(),
            log: Vec::new(),
            exported_at: time("20:00"),
            evidence: vec![PHOTO.to_vec()],
            bytes_max: BUNDLE_BYTES_MAX,
            taker: Taker::Consumer,
            edit,
            salts: 0,
        }
    }

    pub fn salt(&mut self) -> Salt {
        self.salts += 1;
        Salt(sha256(&self.salts.to_be_bytes()))
    }

    pub fn act(&mut self, channel: &str, kind: &str, seat: &str, at: &str, content: Value) -> Sealed {
        self.act_with(channel, kind, seat, time(at), content, &[])
    }

    pub fn act_with(
        &mut self,
        channel: &str,
        kind: &str,
        seat: &str,
        at: Time,
        mut content: Value,
        more: &[(PartName, Value)],
    ) -> Sealed {
        (self.edit)(channel, kind, &mut content);
        let mut parts = vec![(PartName::Content, content)];
        if seat != SYSTEM && more.iter().all(|(name, _)| *name != PartName::Author) {
            parts.push((
                PartName::Author,
                json!({"id": format!("person-of-{seat}"), "name": format!("Nome de {seat}")}),
            ));
        }
        parts.extend_from_slice(more);
        let parts: Vec<OpenedPart> = parts
            .into_iter()
            .map(|(name, value)| OpenedPart {
                name,
                salt: self.salt(),
                bytes: canonical::to_canonical(&value).unwrap(),
            })
            .collect();
        let inputs: Vec<PartInput<'_>> =
            parts.iter().map(|p| PartInput { name: p.name, salt: p.salt, bytes: &p.bytes }).collect();
        let head = self.heads.entry(channel.to_owned()).or_default();
        let sealed = head.append(&AppendInput { case: CASE, channel, kind, seat, at, parts: &inputs }).unwrap();
        let input = self.channels.entry(channel.to_owned()).or_insert_with(|| ChannelInput {
            channel: channel.to_owned(),
            events: Vec::new(),
            checkpoints: Vec::new(),
        });
        input.events.push(EventInput { header: sealed.header.clone(), parts });
        sealed
    }

    /// Destroys a part, as an erasure does.
    pub fn erase(&mut self, channel: &str, at: &str, parts: &[(u64, PartName)]) {
        let list: Vec<Value> = parts.iter().map(|(seq, part)| json!({"part": part, "seq": seq})).collect();
        self.act(channel, "parts_erased", SYSTEM, at, json!({"basis": "lgpd_18_vi", "parts": list}));
        for (seq, part) in parts {
            let events = &mut self.channels.get_mut(channel).unwrap().events;
            if let Some(event) = events.get_mut(*seq as usize - 1) {
                event.parts.retain(|p| p.name != *part);
            }
        }
    }

    pub fn checkpoint(&self, channel: &str) -> Checkpoint {
        let head = &self.heads[channel];
        Checkpoint::of_channel(INSTANCE, CASE, channel, head.size(), head.root())
    }

    /// Signs the head of every channel that has grown since its last checkpoint.
    pub fn sign_heads(&mut self) {
        for name in self.heads.keys().cloned().collect::<Vec<_>>() {
            let checkpoint = self.checkpoint(&name);
            let checkpoints = &mut self.channels.get_mut(&name).unwrap().checkpoints;
            if checkpoints.last().is_none_or(|c| c.size < checkpoint.size) {
                let note = checkpoint.sign(&log_key());
                checkpoints.push(CheckpointInput { size: checkpoint.size, note, proof: None });
            }
        }
    }

    /// Adds a batch to the instance log, with the anchors of the channels that have grown.
    pub fn anchor(&mut self, at: Time) {
        self.sign_heads();
        let from = self.log.len();
        let mut places = Vec::new();
        for (name, channel) in self.channels.clone() {
            for (i, checkpoint) in channel.checkpoints.iter().enumerate().filter(|(_, c)| c.proof.is_none()) {
                let salt = self.salt();
                let note = Note::parse(checkpoint.note.as_bytes()).unwrap();
                places.push((name.clone(), i, salt, self.log.len()));
                self.log.push(anchor::entry_leaf(&anchor::anchor_entry(note.text(), &salt)));
            }
        }
        while self.log.len() < from + 64 {
            let filler = self.salt().0;
            self.log.push(anchor::entry_leaf(&filler));
        }
        let head = Checkpoint { origin: INSTANCE.into(), size: self.log.len() as u64, root: tree::root(&self.log) };
        let seconds = at.unix_millis() as u64 / 1000;
        let signed = head.sign(&log_key()) + &witness().cosign(&head.text(), seconds);
        for (name, i, salt, index) in places {
            let path = tree::inclusion_path(&self.log, index).unwrap();
            let proof = anchor::TlogProof::text(&salt, index as u64, &path, &signed);
            self.channels.get_mut(&name).unwrap().checkpoints[i].proof = Some(proof);
        }
    }

    /// The proof of an anchored checkpoint against the instance log as it is now.
    pub fn proof_against_the_last_head(&self, channel: &str, nth: usize) -> Vec<u8> {
        let first = self.channels[channel].checkpoints[nth].proof.as_ref().unwrap();
        let first = anchor::TlogProof::parse(first.as_bytes()).unwrap();
        let head = Checkpoint { origin: INSTANCE.into(), size: self.log.len() as u64, root: tree::root(&self.log) };
        let path = tree::inclusion_path(&self.log, first.index as usize).unwrap();
        anchor::TlogProof::text(&first.salt, first.index, &path, &head.sign(&log_key())).into_bytes()
    }

    pub fn bundle(&self, profile: Profile) -> Vec<u8> {
        self.try_bundle(profile).unwrap()
    }

    pub fn try_bundle(&self, profile: Profile) -> Result<Vec<u8>, BundleError> {
        self.write_to(profile, Vec::new())
    }

    pub fn write_to<W: std::io::Write>(&self, profile: Profile, out: W) -> Result<W, BundleError> {
        let channels: Vec<ChannelInput> = match profile {
            Profile::Caucus => vec![self.channels["caucus:consumer/2"].clone()],
            _ => self.channels.values().cloned().collect(),
        };
        let input = BundleInput {
            profile,
            case: CASE,
            reference: REFERENCE,
            language: "pt-BR",
            exported_at: self.exported_at,
            taker: self.taker,
            parties: vec![
                BundleParty {
                    identifier: Some("123.456.789-09".into()),
                    name: Some("Ana Souza".into()),
                    seat: "consumer".into(),
                },
                BundleParty { identifier: None, name: Some("Torradeiras S.A.".into()), seat: "company".into() },
            ],
            readme: "Como conferir: acordo verify ARQUIVO --key CHAVES\n",
            log_keys: &[log_key().vkey().clone()],
            seal_certificates: &[],
            channels: &channels,
            version: None,
            agreement: Some(AgreementFiles { json: &self.agreement_json, shown_pdf: SHOWN, final_pdf: FINAL }),
            evidence: &SampleSource(&self.evidence),
            bytes_max: self.bytes_max,
        };
        bundle::write(&input, &log_key(), out).map(|(bundle, _)| bundle)
    }
}

/// Evidence in memory.
pub struct SampleSource<'a>(pub &'a [Vec<u8>]);

impl FileSource for SampleSource<'_> {
    fn open(&self, sha256: &Hash) -> std::io::Result<Option<Box<dyn std::io::Read + '_>>> {
        let found = self.0.iter().find(|data| acordo_record::sha256(data) == *sha256);
        Ok(found.map(|data| Box::new(data.as_slice()) as Box<dyn std::io::Read>))
    }
}

fn origin() -> Value {
    json!({"address": "203.0.113.7", "user_agent": null})
}

fn signature(seat: &str, method: &str, document_hash: &Hash) -> Value {
    json!({
        "authority": if seat == "company" { json!("procuração de 2026-01-05") } else { Value::Null },
        "consent_text": "Li e concordo.", "document_hash": base64(document_hash), "identity_level": "password",
        "method": method, "name": format!("Nome de {seat}"), "pdf_hash": base64(&sha256(SHOWN)), "seat": seat, "version": 1,
    })
}

/// A WebAuthn assertion by a P-256 key over what the seat signs.
pub fn assertion(seat: &str, document_hash: &Hash) -> Assertion {
    let key = p256::ecdsa::SigningKey::from_slice(&[9; 32]).unwrap();
    let challenge = URL_SAFE_NO_PAD.encode(agreement::sign_challenge(CASE, 1, seat, document_hash));
    // Written out as a browser does, because the bytes are what counts.
    let client = format!(
        r#"{{"type":"webauthn.get","challenge":"{challenge}","origin":"https://demo.example","crossOrigin":false}}"#
    );
    let client = client.into_bytes();
    let authenticator = [&sha256(b"demo.example")[..], &[0x05, 0, 0, 0, 1]].concat();
    let signature: p256::ecdsa::Signature = key.sign(&[authenticator.clone(), sha256(&client).to_vec()].concat());
    let mut spki = vec![
        0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48,
        0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
    ];
    spki.extend_from_slice(key.verifying_key().to_sec1_point(false).as_bytes());
    Assertion {
        authenticator_data: base64(&authenticator),
        client_data_json: base64(&client),
        public_key: base64(&spki),
        signature: base64(signature.to_der().as_bytes()),
    }
}

pub fn untouched(_: &str, _: &str, _: &mut Value) {}

/// The case from its complaint to its sealed agreement. The instance log has its first batch at 11:00, its second at
/// 19:00.
pub fn story(edit: Edit<'_>) -> Sample<'_> {
    told(edit, false)
}

/// The same; where the dates of the obligations are told, they stand before the conclusion.
pub fn told(edit: Edit<'_>, dates: bool) -> Sample<'_> {
    let mut s = Sample::new(edit);
    s.act("procedure", "case_filed", SYSTEM, "10:00", json!({"language": "pt-BR", "trade": "retail"}));
    let photo = json!({
        "id": "e1", "media_type": "image/png", "name": "torradeira.png", "original_sha256": base64(&sha256(b"original")),
        "sha256": base64(&sha256(PHOTO)), "size": PHOTO.len(),
    });
    let complaint = json!({"story": "A torradeira 😀 queimou\n"});
    s.act_with(
        "joint",
        "complaint_filed",
        "consumer",
        time("10:00"),
        complaint,
        &[(PartName::Evidence, photo), (PartName::Origin, origin())],
    );
    s.act("joint", "message_posted", "company", "10:30", json!({"text": "Bom dia"}));
    s.act("caucus:consumer/2", "message_posted", "mediator", "10:40", json!({"text": "Em particular"}));
    s.act("caucus:consumer/2", "message_posted", "consumer", "10:45", json!({"text": "Aceito 50"}));
    s.anchor(time("11:05"));
    s.act("joint", "message_posted", "consumer", "12:00", json!({"text": "Meu telefone é 555-0100"}));
    s.erase("joint", "12:30", &[(3, PartName::Content), (3, PartName::Author)]);
    draft_and_sign(&mut s, dates);
    s.anchor(time("19:10"));
    s
}

fn draft_and_sign(s: &mut Sample<'_>, dates: bool) {
    let joint = &s.heads["joint"];
    let record = json!({"root": base64(&joint.root()), "size": joint.size()});
    let terms = json!([{"kind": "refund", "amount": 12000, "currency": "BRL"}]);
    let mut agreement = json!({
        "case": CASE, "nonce": base64(&[3; 32]), "record": record, "version": 1, "terms": terms, "language": "pt-BR",
        "clauses": ["A torradeira fica com a consumidora."], "subject": "Torradeira",
        "obligations": [
            {"amount": {"amount": 12000, "currency": "BRL"}, "creditor": "consumer", "debtor": "company",
                "due": {"days_after_signature": 5, "working_days": true}, "id": 1, "kind": "refund", "text": ""},
            {"amount": null, "creditor": "company", "debtor": "consumer", "due": "2026-12-01", "id": 2, "kind": "return",
                "text": "Devolver a caixa"},
        ],
        "parties": [
            {"identifier": "123.456.789-09", "name": "Ana Souza", "seat": "consumer"},
            {"identifier": null, "name": "Torradeiras S.A.", "seat": "company"},
        ],
    });
    (s.edit)("", "agreement.json", &mut agreement);
    s.agreement_json = canonical::to_canonical(&agreement).unwrap();
    let hash = agreement::document_hash(&s.agreement_json);
    let drafted =
        json!({"document_hash": base64(&hash), "pdf_hash": base64(&sha256(SHOWN)), "terms": terms, "version": 1});
    s.act("joint", "agreement_drafted", SYSTEM, "13:00", drafted);
    let mut listed = Vec::new();
    for (seat, method, at) in
        [("consumer", "email_code", "14:00"), ("mediator", "passkey", "14:10"), ("company", "totp", "14:20")]
    {
        let mut content = signature(seat, method, &hash);
        if method == "passkey" {
            content["assertion"] = serde_json::to_value(assertion(seat, &hash)).unwrap();
            content["identity_level"] = json!("passkey");
        }
        s.act_with("joint", "agreement_signed", seat, time(at), content.clone(), &[(PartName::Origin, origin())]);
        content["at"] = json!(time(at));
        listed.push(content);
    }
    let concluded = json!({
        "document_hash": base64(&hash), "pdf_hash": base64(&sha256(SHOWN)), "signatures": listed, "version": 1,
    });
    let mut origins = json!({"origin_company": origin(), "origin_consumer": origin(), "origin_mediator": origin()});
    (s.edit)("procedure", "origins", &mut origins);
    let origins: Vec<(PartName, Value)> = origins
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, value)| (PartName::parse(name).unwrap(), value.clone()))
        .collect();
    if dates {
        let obligations = json!([{"due": "2026-11-28T03:00:00.000Z", "id": 1}, {"due": "soon", "id": 2}]);
        s.act("procedure", "obligations_started", SYSTEM, "14:20", json!({"obligations": obligations, "version": 1}));
    }
    s.act_with("procedure", "agreement_concluded", SYSTEM, time("14:20"), concluded, &origins);
    let sealed = json!({"document_hash": base64(&hash), "pdf_hash": base64(&sha256(FINAL)), "version": 1});
    s.act("procedure", "agreement_sealed", SYSTEM, "14:21", sealed);
}

/// The files of a bundle, by path inside its folder.
pub type SampleFiles = BTreeMap<String, Vec<u8>>;

/// Opens a bundle: its folder's name and its files.
pub fn unpack(zip: &[u8]) -> (String, SampleFiles) {
    let entries = bundle::zip::read(&mut std::io::Cursor::new(zip), |_| true).unwrap();
    let folder = entries[0].name.split('/').next().unwrap().to_owned();
    let files = entries.into_iter().map(|e| (e.name[folder.len() + 1..].to_owned(), e.data)).collect();
    (folder, files)
}

pub fn pack(folder: &str, files: &SampleFiles) -> Vec<u8> {
    let mut zip = bundle::zip::ZipWriter::default();
    for (path, data) in files {
        zip.add(&format!("{folder}/{path}"), data).unwrap();
    }
    zip.finish().unwrap()
}

/// Changes files as an operator could: manifests and the bundle's signature are made anew, so that only the deeper rule
/// is broken.
pub fn forge(zip: &[u8], change: impl FnOnce(&mut SampleFiles)) -> Vec<u8> {
    let (folder, mut files) = unpack(zip);
    change(&mut files);
    let manifest = |names: &[&String], files: &SampleFiles| {
        names.iter().map(|n| format!("{}  {n}\n", hex(&sha256(&files[*n])))).collect::<String>().into_bytes()
    };
    let payload: Vec<&String> = files.keys().filter(|n| n.starts_with("data/")).collect();
    let bytes: usize = payload.iter().map(|n| files[*n].len()).sum();
    let (list, oxum) = (manifest(&payload, &files), format!("Payload-Oxum: {bytes}.{}\n", payload.len()));
    files.insert("manifest-sha256.txt".into(), list);
    files.insert("bag-info.txt".into(), oxum.into_bytes());
    let tags = ["bag-info.txt", "bagit.txt", "manifest-sha256.txt"].map(str::to_owned);
    let list = manifest(&tags.iter().filter(|t| files.contains_key(*t)).collect::<Vec<_>>(), &files);
    let note = format!("{INSTANCE}/bundle\n{CASE}\n{}\n", base64(&sha256(&list)));
    files.insert("bundle.txt".into(), log_key().sign_note(&note).into_bytes());
    files.insert("tagmanifest-sha256.txt".into(), list);
    pack(&folder, &files)
}

/// Replaces text in one file of a bundle; the text must be there.
pub fn replace(zip: &[u8], path: &str, from: &str, to: &str) -> Vec<u8> {
    forge(zip, |files| {
        let text = String::from_utf8(files[path].clone()).unwrap();
        assert!(text.contains(from), "{path} has no {from}");
        files.insert(path.into(), text.replacen(from, to, 1).into_bytes());
    })
}

/// Changes the lines of a channel.
pub fn lines(zip: &[u8], path: &str, change: impl FnOnce(&mut Vec<Value>)) -> Vec<u8> {
    forge(zip, |files| {
        let text = String::from_utf8(files[path].clone()).unwrap();
        let mut lines: Vec<Value> = text.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
        change(&mut lines);
        let text: String = lines.iter().map(|l| canonical::to_canonical_text(l).unwrap() + "\n").collect();
        files.insert(path.into(), text.into_bytes());
    })
}
