// Room for ImageFilesTests.
