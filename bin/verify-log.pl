#!/usr/bin/env perl
# Checks the file of a log (docs/reference/log-format.md). A second program, in another language and written from the page alone, so that a
# mistake in one of them is seen. Core modules of Perl 5.14 or later.
#   perl verify-log.pl FILE [--head SIZE:HASH]...       0 it holds, 1 it does not (and where), 2 wrong usage
#   perl verify-log.pl --many FILE                      reads "LINE-NUMBER TAB LINE" on standard input and judges each instead of that line
use strict;
use warnings;
use Digest::SHA qw(sha256 sha256_hex);
use MIME::Base64 qw(encode_base64);

my $ZEROS = '0' x 64;
my $HEX   = qr/[0-9a-f]{64}/;
# A JSON string as this format writes it: no raw control characters, and only the escapes that are needed.
my $STR = qr/"((?:[^"\\\x00-\x1f]++|\\["\\bfnrt]|\\u00[01][0-9a-f])*+)"/;
my $NUL = qr/(?:$STR|null)/;
# The bytes of well-formed UTF-8.
my $UTF8 = qr/\A(?:[\x00-\x7f]++|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})*+\z/;
my %PLAIN = ('"' => '"', '\\' => '\\', b => "\b", f => "\f", n => "\n", r => "\r", t => "\t");

# What an escaped string says; undefined when it escapes what it should not.
sub plain {
    my ($s) = @_;
    my $ok = 1;
    $s =~ s{\\(?:(["\\bfnrt])|u00([01][0-9a-f]))}{
        if (defined $1) { $PLAIN{$1} }
        else { my $c = chr hex $2; $ok = 0 if $c =~ /[\x08\x09\x0a\x0c\x0d]/; $c }
    }ge;
    return $ok ? $s : undef;
}

# Why an entry line is not the one that follows ($seq, $prev); '' when it is. Answers with its hash beside.
sub entry_fault {
    my ($line, $tenant, $seq, $prev) = @_;
    return 'not UTF-8' unless $line =~ $UTF8;
    my ($hash, $leaf);
    if ($line =~ /\A\{"seq":"([0-9]+)","at":$STR,"verb":$STR,"noun":$STR,"recordId":$STR,"format":2,"actor":"($HEX)","data":"($HEX)","prevHash":"($HEX)","hash":"($HEX)","actorText":(null|"[^"\\]*+(?:\\.[^"\\]*+)*+"),"actorSalt":(null|"[^"\\]*"),"dataText":(null|"[^"\\]*+(?:\\.[^"\\]*+)*+"),"dataSalt":(null|"[^"\\]*")\}\z/s) {
        my ($n, $at, $verb, $noun, $id, $actor, $data, $back, $own, $at_text, $at_salt, $d_text, $d_salt) =
            ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);
        return 'an entry is missing, or stands twice' unless $n eq $seq;
        return 'it does not follow the entry before it' unless $back eq $prev;
        defined plain($_) or return 'not written as the format says' for $at, $verb, $noun, $id;
        $leaf = qq({"actor":"$actor","at":"$at","data":"$data","format":2,"noun":"$noun","prevHash":"$back","recordId":"$id","seq":"$n","tenantId":"$tenant","verb":"$verb"});
        return 'its hash is not the hash of what it says' unless sha256_hex($leaf) eq $own;
        return 'who did it is not what was committed to'  unless commits($actor, $at_text, $at_salt);
        return 'what was done is not what was committed to' unless commits($data, $d_text, $d_salt);
        $hash = $own;
    }
    elsif ($line =~ /\A\{"seq":"([0-9]+)","at":$STR,"verb":$STR,"noun":$STR,"recordId":$STR,"format":1,"actorId":(null|$STR),"actorName":$STR,"dataText":$STR,"prevHash":"($HEX)","hash":"($HEX)"\}\z/s) {
        my ($n, $at, $verb, $noun, $id, $who, $name, $text, $back, $own) = ($1, $2, $3, $4, $5, $6, $8, $9, $10, $11);
        return 'an entry is missing, or stands twice' unless $n eq $seq;
        return 'it does not follow the entry before it' unless $back eq $prev;
        my $data = plain($text);
        return 'not written as the format says' unless defined $data;
        $leaf = qq({"actorId":$who,"actorName":"$name","at":"$at","data":$data,"format":1,"noun":"$noun","prevHash":"$back","recordId":"$id","seq":"$n","tenantId":"$tenant","verb":"$verb"});
        return 'its hash is not the hash of what it says' unless sha256_hex($leaf) eq $own;
        $hash = $own;
    }
    else { return 'not written as the format says' }
    return ('', $hash);
}

sub commits {
    my ($commitment, $text, $salt) = @_;
    return 1 if $text eq 'null' && $salt eq 'null';
    return 0 if $text eq 'null' || $salt eq 'null';
    return 0 unless $text =~ /\A$STR\z/s;
    my $content = plain($1);
    return 0 unless defined $content && $salt =~ /\A"([A-Za-z0-9_-]+)"\z/;
    return sha256_hex($1 . $content) eq $commitment;
}

# The tree: whole subtrees from the largest to the smallest, each as [size, hash].
sub grow {
    my ($edge, $hash) = @_;
    my ($size, $own) = (1, sha256("\x00" . pack 'H*', $hash));
    while (@$edge && $edge->[-1][0] == $size) {
        $own = sha256("\x01" . (pop @$edge)->[1] . $own);
        $size *= 2;
    }
    push @$edge, [$size, $own];
}

sub root {
    my ($edge) = @_;
    my $root = $edge->[-1][1];
    $root = sha256("\x01" . $edge->[$_][1] . $root) for reverse 0 .. $#$edge - 1;
    return unpack 'H*', $root;
}

sub check {
    my ($file, @kept) = @_;
    open my $in, '<:raw', $file or do { print STDERR "$file: $!\n"; return 2 };
    my $sha = Digest::SHA->new(256);
    my ($number, $tenant, $entries, $heads, $seq, $prev) = (0, undef, 0, 0, 0, $ZEROS);
    my (@heads, @edge, $ended);
    my $wrong = sub { print 'WRONG', ($_[1] ? " entry $_[1]" : ''), " line $number: $_[0]\n"; return 1 };
    while (defined(my $line = <$in>)) {
        $number++;
        return $wrong->('something stands after the end') if $ended;
        return $wrong->('the last line does not end') unless $line =~ s/\n\z//;
        if (!defined $tenant) {
            return $wrong->('not the file of a log that this program knows')
                unless $line =~ $UTF8 && $line =~ /\A\{"kansliLog":1,"tenant":$STR,"name":$STR,"exportedAt":$STR,"entries":(0|[1-9][0-9]*),"heads":(0|[1-9][0-9]*)\}\z/;
            ($tenant, $entries, $heads) = ($1, $4, $5);
        }
        elsif (@heads < $heads) {
            return $wrong->('not written as the format says')
                unless $line =~ $UTF8 && $line =~ /\A\{"head":([1-9][0-9]*),"root":"($HEX)","chain":"($HEX)","note":$STR,"key":"($HEX)"\}\z/;
            my ($size, $root, $chain, $note) = ($1, $2, $3, plain($4));
            return $wrong->('the heads are not in order')
                if $size > $entries || @heads && $size <= $heads[-1][0];
            my $begins = "kansli/$tenant\n$size\n" . encode_base64(pack('H*', $root), '') . "\nchain $chain\nat ";
            return $wrong->('the note is not of this head') unless defined $note && index($note, $begins) == 0;
            push @heads, [$size, $root, $chain];
        }
        elsif ($seq < $entries) {
            my ($fault, $hash) = entry_fault($line, $tenant, $seq + 1, $prev);
            return $wrong->($fault, $seq + 1) if $fault ne '';
            $seq++;
            $prev = $hash;
            grow(\@edge, $hash);
            my @own  = grep { $_->[0] == $seq } @heads;
            my @mine = grep { $_->[0] == $seq } @kept;
            if (@own || @mine) {
                my $root = root(\@edge);
                for (@own) { return $wrong->('the head in the file does not agree with the entries', $seq) if $_->[1] ne $root || $_->[2] ne $prev }
                for (@mine) { return $wrong->('a head that was kept says otherwise: the log was rewritten', $seq) if $_->[1] ne $root && $_->[1] ne $prev }
            }
        }
        else {
            return $wrong->('the end does not agree with what stands before it')
                unless $line =~ /\A\{"end":(0|[1-9][0-9]*),"sha256":"($HEX)"\}\z/ && $1 == $seq && $2 eq $sha->hexdigest;
            $ended = 1;
            next;
        }
        $sha->add($line, "\n");
    }
    return $wrong->('the file ends too early') unless $ended;
    for (@kept) { return $wrong->("a head of $_->[0] entries was kept, and the log has $seq: it was cut off or set back") if $_->[0] > $seq }
    print "OK $seq entries, $heads heads (signatures not checked). Last: $seq:$prev\n";
    print "No head kept elsewhere was given (--head SIZE:HASH): a log rewritten as a whole would pass.\n" unless @kept;
    return 0;
}

# Judges changed entry lines one by one against the same file: found when the line itself is wrong, or the next does not follow it any more.
sub many {
    my ($file) = @_;
    open my $in, '<:raw', $file or die "$file: $!\n";
    chomp(my @lines = <$in>);
    $lines[0] =~ /"tenant":"([^"]*)".*"heads":([0-9]+)\}\z/ or die "no header\n";
    my ($tenant, $first) = ($1, 1 + $2);
    my @hash = map { /"hash":"($HEX)"/ ? $1 : '' } @lines;
    binmode STDIN;
    $/ = \4;
    while (defined(my $length = <STDIN>)) {
        my $record = '';
        read STDIN, $record, unpack('N', $length);
        my ($number, $line) = (unpack('N', $record), substr $record, 4);
        my $prev = $number == $first ? $ZEROS : $hash[$number - 1];
        my ($fault, $hash) = $line =~ /\n/ ? ('a line more') : entry_fault($line, $tenant, $number - $first + 1, $prev);
        print $fault eq '' && $hash eq $hash[$number] ? "MISSED $number\n" : '';
    }
    print "DONE\n";
    return 0;
}

if (@ARGV == 2 && $ARGV[0] eq '--many') { exit many($ARGV[1]) }
my ($file, @kept);
while (@ARGV) {
    my $arg = shift @ARGV;
    if ($arg eq '--head' && @ARGV && $ARGV[0] =~ /\A([0-9]+):($HEX)\z/) { push @kept, [$1, $2]; shift @ARGV }
    elsif ($arg !~ /\A--/ && !defined $file) { $file = $arg }
    else { undef $file; last }
}
unless (defined $file) { print STDERR "perl verify-log.pl FILE [--head SIZE:HASH]...\n"; exit 2 }
exit check($file, @kept);
