### Texts of what is taken along: the index of many agreements, and the volume for a court.

## The index

index-column-reference = Reference
index-column-agreement = Agreement
index-column-company = Company
index-column-consumer = Consumer
index-column-concluded = Concluded
index-column-obligation = Obligation
index-column-debtor = Owed by
index-column-amount = Amount
index-column-due = Due
index-column-state = State
index-column-owed = Still owed
index-column-reported = Reported
index-column-confirmed = Confirmed
index-column-released = Released
index-column-presumed = Not confirmed
index-column-overdue = Overdue
index-column-breached = Broken
index-column-pdf = PDF file
index-column-record = File with proofs
index-column-left-out = Why it was left out
index-yes = yes
index-no = no
index-before = before
index-left-out-not_ready = Its final document is not ready yet
index-left-out-record_altered = What is stored is not what was written
index-left-out-too_large = It did not fit into the file
index-left-out-internal = A fault of the server

## The volume for a court

volume-title = Volume of the case
volume-opening = This volume brings the documents of the case that are named below into one file, with numbers that go through. It is a copy to read: each document also exists as a file of its own, with what proves it.
volume-contents = Contents
volume-agreement = Agreement { $version }
volume-files = List of files
volume-files-opening = The files that the parties put in, in the order in which they came, each with the code that identifies it.
volume-files-none = There is no file to list.
volume-files-private = Private conversations and their files are no part of this volume.
volume-files-joint = The files of the joint room are not listed: for that the permission of both sides is missing. Private conversations and their files are never part of this volume.
volume-check = How to check it
volume-check-text = The pages of this volume do not carry the proofs that come with the documents. To check them, ask for the agreement as a file of its own and open it at { $site }/verify.
volume-column-part = Document
volume-column-pages = Pages
volume-column-number = No.
volume-column-file = File
volume-column-at = Put in on
volume-column-by = By
volume-page-of = Case { $reference } · page { $page } of { $pages }
