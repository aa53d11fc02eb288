### The report of a check, for the page and the terminal.

## The check
verify-title = Check an agreement
verify-lead = Choose the file that you received: the ZIP, or the PDF of the agreement. We check the signatures and whether anything changed.
verify-stays = The file stays on this device: it is checked here, in your browser. Only the keys of this site are asked of it.
verify-file = ZIP or PDF of the agreement
verify-drop = Drop the file here, or choose it
verify-choose = Choose a file
verify-go = Check
verify-keys = Which keys to trust
verify-keys-site = Those of this site
verify-keys-site-more = They are asked of it when you press Check. The result is then worth as much as the word of whoever runs the site.
verify-keys-own = Those that I have
verify-keys-own-more = A file of keys that you kept, or that somebody else gave you.
verify-keys-file = File of keys
verify-keys-text = Or paste the text here
verify-seen = Checkpoints that you kept
verify-seen-file = Files: the text, the e-mail as text, or the final PDF
verify-seen-hint = A checkpoint that was kept shows whether the record was rewritten later.
verify-busy = Checking…
verify-progress = { $read } of { $size } read
verify-stop = Stop
verify-stopped = Stopped. Nothing was checked.
verify-fault-none = Choose the ZIP or the PDF
verify-fault-site = The keys of this site could not be received. Try again, or use a file of keys of your own.
verify-fault-keys-none = Choose the file of keys, or paste its text
verify-fault-keys = This is not a file of keys
verify-fault-seen = Something that you kept holds no checkpoint
verify-fault-unreadable = This device could not read the file
verify-word-genuine = VALID
verify-word-not_valid = NOT VALID
verify-word-unclear = COULD NOT TELL
verify-word-not_compared = NOT ALL COULD BE TOLD
verify-valid = It is genuine and was not changed
verify-invalid = It did not pass the check
verify-valid-body = It was issued and signed by the house named below, and nothing in it has changed since.
verify-invalid-body = Do not rely on this file. Ask the sender for another.
verify-unclear = It could not be checked
verify-attached = What is attached to this PDF is genuine; its pages were not checked
verify-attached-body = The agreement that was signed is inside this PDF as agreement-shown.pdf. Open the list of attachments in your PDF program and read that one: the pages around it could have been changed.
verify-shown-save = Save the document that was shown for signing
verify-doubt-proof = This PDF carries no proof. Ask for the original file, or for the ZIP of the agreement.
verify-doubt-late = Whether each event was witnessed in time cannot be told from this file.
verify-doubt-seen = What you kept cannot be compared with this file.
verify-doubt-record = This file is not one that this service issues, or only a part of it arrived. Download it again, or ask the sender for the original.
verify-doubt-collection = This ZIP holds several files. Unpack it and check each by itself: the ZIPs and the PDF of the agreement inside it.
verify-doubt-pages = The pages of this PDF were not checked.
verify-doubt-clock = This file says it was exported on a day that is still to come: a clock is wrong, either this device's or the issuer's.
verify-doubt-key = It was signed with a key that is no longer trusted. Ask the house for the ZIP of the agreement or of the record: it will be signed with the new key.
verify-checked = Checked
verify-checked-file = { $name } ({ $size })
verify-checked-at = On { $at }, by the clock of this device
verify-basis = Keys
verify-basis-site = Those that { $site } gave out on { $at }. Whoever runs that site could have given out others: compare them with a copy from another day, or from another person.
verify-basis-own = From your file { $name }
verify-basis-pasted = Those that you pasted
verify-seen-fits = They fit this record.
verify-seen-some = { $fits ->
    [0] None of what you kept can be compared with this file: it does not show what was kept.
    [one] { $fits } fits this record; the rest is of something that this file does not show, and could not be compared.
   *[other] { $fits } fit this record; the rest is of something that this file does not show, and could not be compared.
}
verify-reference = Case
verify-profile = Contents
verify-profile-agreement = Agreement and its proofs
verify-profile-procedural = Record of the procedure
verify-profile-joint = Record of the joint room
verify-profile-caucus = Record of a private conversation
verify-exported = Exported on
verify-instance = Issued by
verify-instance-claimed = The file says it was issued by
verify-events = Facts checked
verify-parts = Parts
verify-parts-text = { $opened } opened, { $withheld } withheld, { $erased } erased, { $failed } failed
verify-left-out = Evidence that is not in this file
verify-left-out-file = { $name } ({ $channel }, fact { $seq })
verify-times = Times
verify-times-operator = On the mediation centre's word
verify-times-witness = Also witnessed by: { $names }
verify-times-absent = { $name } vouches for nothing in this file
verify-pending = From { $at } on, its times are not in the public log yet.
verify-unproven-record = It does not say what happened after the export.
verify-unproven-agreement = It holds the agreement alone: it cannot show what else was in the case, or what came later.
verify-failures = What failed
verify-failure-house = It was not signed by the house that these keys belong to, or the keys are older than the file.
verify-failure-file = The file is incomplete or was changed.
verify-failure-chain = The chain of facts is broken.
verify-failure-past = The earlier part of the record is not the one that you kept: it was rewritten, or what you kept is of another record.
verify-failure-content = Some content is not what was recorded.
verify-failure-signature = A signature does not match.
verify-failure-time = The dates are not proven.
verify-details = Technical details
verify-another = Check another file

## Who signed what
verify-signed = Signed agreement, version { $version }
verify-concluded = Signed by all on
verify-signature-at = { $seat }, on { $at }
verify-signature-by = By { $method }. The house knew this person by { $level }.
verify-authority = Signed by authority of: { $authority }
verify-document-hash = Code of the document that they signed
verify-pdf-hash = Code of the PDF that they were shown
verify-level-email = the e-mail address
verify-level-password = a password
verify-level-two_factor = two factors
verify-level-passkey = a passkey

## What it says
verify-says = What the signed document says
verify-parties = Parties
verify-party = { $seat }: { $name }
verify-identifier = , { $identifier }
verify-subject = Subject
verify-obligations = What is owed
verify-what = { $kind } ({ $text })
verify-obligation = From the { $debtor } to the { $creditor }, { $due }: { $text }
verify-amount = { $amount }, from the { $debtor } to the { $creditor }, { $due }: { $text }
verify-due-day = by { $day }
verify-due-until = by the end of { $day } (24:00, UTC{ $offset })
verify-due-after = { $days ->
    [one] { $days } day after the signatures
   *[other] { $days } days after the signatures
}
verify-due-after-working = { $days ->
    [one] { $days } working day after the signatures
   *[other] { $days } working days after the signatures
}
verify-due-dates = Dates that followed from the last signature
verify-due-number = Obligation { $number }
verify-clauses = Clauses
verify-phases = Course of the case
verify-channels = How far the record goes
verify-channel =
    { $channel }: { $count ->
        [one] { $count } fact
       *[other] { $count } facts
    }, the last one on { $at }
verify-channel-open =
    { $channel }: { $count ->
        [one] { $count } fact
       *[other] { $count } facts
    }
verify-channel-procedure = Procedure
verify-channel-joint = Joint room
verify-channel-caucus = Private conversation
verify-seal = Seal on the pages
verify-seal-none = Not checked
verify-seal-trusted = Holds, by a certificate that the key file names
verify-seal-unknown = Holds, but the key file does not name its certificate
verify-unproven-title = What this does not prove
verify-unproven-people = Who each person is, and how they signed in, rests on the word of the house named above.
verify-unproven-times = The times rest on its word, too.
verify-unproven-truth = That somebody wrote something is proven, not that it is true.
verify-print = Print this report
